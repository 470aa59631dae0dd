import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSnapshotFiles } from '@marsad/observatory/snapshot';
import { type Contest, InputError } from '@marsad/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addPackage,
  answerContest,
  inviteCity,
  passOn,
  raiseContest,
  readContests,
  readHops,
  readHubKey,
} from '../../src/index.js';
import { cityParts, NOW, signingCity, writePackage } from '../signed-city.js';
import { type TempHub, tempHub } from '../temp-hub.js';

let here: TempHub;
let there: TempHub;
beforeEach(async () => {
  here = await tempHub('here');
  there = await tempHub('there-too');
});
afterEach(async () => {
  await here.remove();
  await there.remove();
});

const city = 'al-manar';

const received = async (options: Parameters<ReturnType<typeof signingCity>['sign']>[1] = {}) => {
  const sender = signingCity(city);
  for (const { hub } of [here, there]) await inviteCity(hub, { city, fingerprint: sender.fingerprint, now: NOW });
  const parts = { ...cityParts(city), tier: 'partner' as const };
  await addPackage(here.hub, await writePackage(here.folder, 'one', sender.sign(parts, options)), NOW);
  return sender;
};

const pass = async (from: TempHub, tier: 'public' | 'partner' | 'restricted', now = NOW): Promise<string> => {
  const out = join(from.folder, `copy-${tier}.zip`);
  await passOn(from.hub, { city, tier, recipient: 'there-too', out, pair: await readHubKey(from.hub.folder), now });
  return out;
};

const raise = (): Promise<Contest> =>
  raiseContest(
    here.hub,
    {
      id: 'port-2026',
      city,
      about: { kind: 'cell', area: 'port', weeks: ['2026-W40', '2026-W41'], signal: 'hate' },
      by: 'Port neighbourhood council',
      text: { ar: 'هذه المنشورات أخبار', en: 'These posts were news.' },
    },
    NOW,
  );

it('what is contested in a merged snapshot stands at the hub that takes it, goes along from there, and is answered once', async () => {
  const sender = signingCity(city);
  for (const { hub } of [here, there]) await inviteCity(hub, { city, fingerprint: sender.fingerprint, now: NOW });
  const contested = (id: string, more: Partial<Contest> = {}): Contest => ({
    id,
    city,
    about: { kind: 'source', source: 'source-1' },
    by: 'Council',
    text: { en: 'It was counted twice.' },
    raised: NOW.toISOString(),
    ...more,
  });
  const answer = { by: 'City office', text: { en: 'Corrected.' }, answered: NOW.toISOString() };
  const of = async (contests: Contest[]) =>
    addPackage(here.hub, await writePackage(here.folder, 'one', sender.sign({ ...cityParts(city), contests })), NOW);
  expect(
    await of([contested('open'), contested('done', { answer }), contested('other', { city: 'elsewhere' })]),
  ).toMatchObject({
    taken: true,
    contests: 2,
  });
  expect((await readContests(here.hub.db)).map(({ id }) => id)).toEqual(['done', 'open']);
  await addPackage(there.hub, await pass(here, 'public'), NOW);
  expect((await readContests(there.hub.db, { open: true })).map(({ id }) => id)).toEqual(['open']);
  expect(await of([contested('open', { answer })])).toMatchObject({ taken: true, contests: 1 });
  expect(await readContests(here.hub.db, { open: true })).toEqual([]);
});

describe('a copy that a hub passes on', () => {
  it('is taken by the next hub at its tier, and kept in the ledger of the first', async () => {
    await received();
    const out = await pass(here, 'partner');
    expect(await addPackage(there.hub, out, NOW)).toMatchObject({ taken: true, tier: 'partner', version: 1 });
    expect(await readHops(here.hub.db)).toEqual([
      { city, version: 1, tier: 'partner', recipient: 'there-too', passedAt: NOW.toISOString() },
    ]);
  });

  it('is never of a narrower tier than came, over any number of hubs', async () => {
    await received();
    await expect(pass(here, 'restricted')).rejects.toThrow(/at most the tier partner/);
    await addPackage(there.hub, await pass(here, 'public'), NOW);
    await expect(pass(there, 'partner')).rejects.toThrow(/at most the tier public/);
  });

  it('can be replaced at the next hub by a narrower one, not the other way round', async () => {
    await received();
    await addPackage(there.hub, await pass(here, 'public'), NOW);
    expect(await addPackage(there.hub, await pass(here, 'partner'), NOW)).toMatchObject({
      known: false,
      tier: 'partner',
    });
    expect(await addPackage(there.hub, await pass(here, 'public'), NOW)).toMatchObject({ known: true });
    expect([...(await openSnapshotFiles(await pass(there, 'partner'))).keys()]).toContain('partner/manifest.json');
  });

  it('names every hub through whose hands it went', async () => {
    await received();
    await addPackage(there.hub, await pass(here, 'partner'), NOW);
    const files = await openSnapshotFiles(await pass(there, 'public'));
    const hubs = ['hops/1.json', 'hops/2.json'].map(
      (path) => (JSON.parse(Buffer.from(files.get(path) ?? '{}').toString()) as { signed: { hub: string } }).signed.hub,
    );
    expect(hubs).toEqual(['here', 'there-too']);
  });

  it('is not made of a version that was withdrawn, and takes notices along that came later', async () => {
    const sender = await received();
    const notices = sender.notify({ type: 'correction', versions: [1] });
    await addPackage(here.hub, await writePackage(here.folder, 'notices', notices), NOW);
    expect(await addPackage(there.hub, await pass(here, 'public'), NOW)).toMatchObject({ taken: true, notices: 1 });
    const withdrawal = sender.notify({ type: 'withdrawal', versions: [1] });
    await addPackage(here.hub, await writePackage(here.folder, 'withdrawal', withdrawal), NOW);
    await expect(pass(here, 'public')).rejects.toThrow(/has withdrawn version 1/);
  });

  it('is not made when it has expired, or was meant for this hub alone', async () => {
    await received({ days: 10 });
    await expect(pass(here, 'public', new Date('2026-12-10T00:00:00Z'))).rejects.toThrow(/expired/);
    const other = signingCity('other');
    await inviteCity(here.hub, { city: 'other', fingerprint: other.fingerprint, now: NOW });
    const files = other.sign(undefined, { audience: 'here' });
    expect(await addPackage(here.hub, await writePackage(here.folder, 'other', files), NOW)).toMatchObject({
      taken: true,
    });
    const pair = await readHubKey(here.hub.folder);
    const copy = { city: 'other', tier: 'public' as const, recipient: 'there-too', out: join(here.folder, 'x'), pair };
    await expect(passOn(here.hub, { ...copy, now: NOW })).rejects.toThrow(/for here alone/);
  });

  it('is the same bytes for the same moment', async () => {
    await received();
    const first = await readFile(await pass(here, 'public'));
    expect((await readFile(await pass(here, 'public'))).equals(first)).toBe(true);
  });
});

describe('a contest', () => {
  it('goes along with every copy until it is answered, and its answer after that', async () => {
    await received();
    const raised = await raise();
    expect(await addPackage(there.hub, await pass(here, 'public'), NOW)).toMatchObject({ contests: 1 });
    expect(await readContests(there.hub.db, { open: true })).toEqual([raised]);
    await answerContest(
      here.hub,
      { city, id: raised.id, by: 'City office', text: { en: 'Corrected in version 2.' } },
      NOW,
    );
    expect(await readContests(here.hub.db, { open: true })).toEqual([]);
    await addPackage(there.hub, await pass(here, 'public'), NOW);
    expect((await readContests(there.hub.db))[0]?.answer?.by).toBe('City office');
  });

  it('that was raised here is neither changed nor answered by a copy from elsewhere', async () => {
    await received();
    const own = await raise();
    await addPackage(there.hub, await pass(here, 'public'), NOW);
    await raiseContest(there.hub, { ...own, id: 'second', text: { en: 'Ours.' } }, NOW);
    await answerContest(there.hub, { city, id: own.id, by: 'Somebody', text: { en: 'Settled.' } }, NOW);
    await addPackage(here.hub, await pass(there, 'public'), NOW);
    const contests = await readContests(here.hub.db);
    expect(contests.find(({ id }) => id === own.id)).toEqual(own);
    expect(contests.map(({ id }) => id)).toEqual(['port-2026', 'second']);
  });

  it.each([
    [{ kind: 'cell', area: 'harbour', weeks: null }, 'There are: port (Port).'],
    [{ kind: 'cell', area: null, weeks: ['2026-W10', '2026-W12'] }, 'It tells 2026-W39 to 2026-W46.'],
    [{ kind: 'cell', area: 'port', weeks: ['2026-W42', '2026-W41'] }, 'Say them as 2026-W41..2026-W42.'],
    [{ kind: 'source', source: 'gazette' }, 'There are: source-1 (Source 1), source-2 (Source 2)'],
  ] satisfies [Contest['about'], string][])(
    'about what the snapshot does not hold is refused with what there is: %j',
    async (about, told) => {
      const sender = signingCity(city);
      await inviteCity(here.hub, { city, fingerprint: sender.fingerprint, now: NOW });
      const one = { id: 'one', city, about, by: 'Council', text: { en: 'No.' } };
      await addPackage(here.hub, await writePackage(here.folder, 'one', sender.sign()), NOW);
      const refused = await raiseContest(here.hub, one, NOW).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(InputError);
      expect((refused as InputError).remedy).toContain(told);
      expect(await readContests(here.hub.db)).toEqual([]);
    },
  );

  it('about a city that has not sent yet is taken as it is', async () => {
    await inviteCity(here.hub, { city, fingerprint: signingCity(city).fingerprint, now: NOW });
    expect((await raise()).about).toMatchObject({ area: 'port' });
  });

  it('is answered once', async () => {
    await received();
    const { id } = await raise();
    await expect(raise()).rejects.toThrow(/a new id/);
    const answer = { city, id, by: 'City office', text: { en: 'Yes.' } };
    await answerContest(here.hub, answer, NOW);
    await expect(answerContest(here.hub, answer, NOW)).rejects.toThrow(/was answered/);
    await expect(answerContest(here.hub, { ...answer, id: 'none' }, NOW)).rejects.toThrow(/there is none/);
  });
});
