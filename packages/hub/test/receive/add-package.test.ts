import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPackage, inviteCity, listCities, openHub } from '../../src/index.js';
import { cityParts, NOW, signingCity, writePackage } from '../signed-city.js';
import { type TempHub, tempHub } from '../temp-hub.js';

let temp: TempHub;
beforeEach(async () => {
  temp = await tempHub();
});
afterEach(() => temp.remove());

const invited = async (id = 'al-manar') => {
  const city = signingCity(id);
  await inviteCity(temp.hub, { city: id, fingerprint: city.fingerprint, now: NOW });
  return city;
};

const add = async (name: string, files: ReadonlyMap<string, Uint8Array>) =>
  addPackage(temp.hub, await writePackage(temp.folder, name, files), NOW);

const heldFiles = async (): Promise<string[]> =>
  (await readdir(join(temp.hub.folder, 'packages'), { recursive: true }).catch(() => []))
    .filter((name) => name.endsWith('.zip'))
    .sort();

const codes = (added: Awaited<ReturnType<typeof addPackage>>): string[] =>
  added.taken ? [] : added.refusals.map(({ code }) => code);

describe('a package that is offered to a hub', () => {
  it('is taken when its city was invited and all of it holds', async () => {
    const city = await invited();
    expect(await add('one', city.sign())).toMatchObject({ taken: true, city: 'al-manar', version: 1, known: false });
    expect(await heldFiles()).toHaveLength(1);
    const [listed] = await listCities(temp.hub);
    expect(listed?.newest).toMatchObject({ version: 1, tier: 'public', state: 'held' });
  });

  it('is refused when nobody invited the city, and nothing is kept', async () => {
    expect(codes(await add('one', signingCity('stranger').sign()))).toEqual(['unknown-city']);
    expect(await heldFiles()).toEqual([]);
    expect(await listCities(temp.hub)).toEqual([]);
  });

  it('is refused when its city has other keys than it told', async () => {
    await inviteCity(temp.hub, { city: 'al-manar', fingerprint: 'ab'.repeat(32), now: NOW });
    expect(codes(await add('one', signingCity('al-manar').sign()))).toEqual(['wrong-fingerprint']);
  });

  it('is refused when it is older than what was taken, also after a restart', async () => {
    const city = await invited();
    const first = city.sign();
    await add('two', city.sign());
    await temp.reopen();
    expect(codes(await add('one', first))).toEqual(['rollback']);
    expect((await listCities(temp.hub))[0]?.newest?.version).toBe(2);
  });

  it('is known when it comes again', async () => {
    const city = await invited();
    const files = city.sign();
    await add('one', files);
    expect(await add('again', files)).toMatchObject({ taken: true, known: true });
    expect(await heldFiles()).toHaveLength(1);
  });

  it('replaces the version before, whose package stays for the timeline', async () => {
    const city = await invited();
    await add('one', city.sign());
    await add('two', city.sign(cityParts('al-manar', { hate: 9 })));
    expect((await listCities(temp.hub))[0]).toMatchObject({ versions: 2, newest: { version: 2, state: 'held' } });
    expect(await heldFiles()).toHaveLength(2);
  });

  it('is refused when it was made for another hub', async () => {
    const city = await invited();
    expect(codes(await add('one', city.sign(undefined, { audience: 'other-hub' })))).toEqual(['other-audience']);
  });
});

describe('a withdrawal', () => {
  it('comes by itself, and takes the figures and their package away', async () => {
    const city = await invited();
    await add('one', city.sign());
    const notices = city.notify({ type: 'withdrawal', versions: [1] });
    expect(await add('notice', notices)).toMatchObject({ taken: true, version: undefined, notices: 1, withdrawn: [1] });
    expect((await listCities(temp.hub))[0]?.newest?.state).toBe('withdrawn');
    expect(await heldFiles()).toEqual([]);
  });

  it('does not bring the version before back', async () => {
    const city = await invited();
    await add('one', city.sign());
    await add('two', city.sign());
    await add('notice', city.notify({ type: 'withdrawal', versions: [2] }));
    expect((await listCities(temp.hub))[0]?.newest).toMatchObject({ version: 2, state: 'withdrawn' });
  });

  it('is learned from a package that is refused', async () => {
    const city = await invited();
    await add('one', city.sign());
    city.notify({ type: 'withdrawal', versions: [1] });
    expect(codes(await add('two', city.sign(undefined, { audience: 'other-hub' })))).toEqual(['other-audience']);
    expect((await listCities(temp.hub))[0]?.newest?.state).toBe('withdrawn');
  });
});

describe('a ledger restored from an old backup', () => {
  it('is noticed, named, and takes nothing older than what the hub had', async () => {
    const city = await invited();
    const first = city.sign();
    await add('one', first);
    const backup = join(temp.folder, 'backup');
    await temp.reopen();
    await temp.hub.close();
    await cp(join(temp.hub.folder, 'hub.sqlite'), backup);
    temp.hub = await openHub(temp.hub.folder);
    const second = city.sign();
    await add('two', second);
    await add('three', city.sign());
    await temp.hub.close();
    for (const file of ['hub.sqlite', 'hub.sqlite-wal', 'hub.sqlite-shm'])
      await rm(join(temp.hub.folder, file), { force: true });
    await cp(backup, join(temp.hub.folder, 'hub.sqlite'));
    temp.hub = await openHub(temp.hub.folder);

    expect(temp.hub.warnings.join('\n')).toContain('restored from a backup');
    expect(temp.hub.warnings.join('\n')).toContain('al-manar had snapshot 3, now 1');
    expect(codes(await add('two', second))).toEqual(['rollback']);
    await temp.reopen();
    expect(temp.hub.warnings).not.toEqual([]);
    expect(await add('four', city.sign())).toMatchObject({ taken: true, version: 4 });
    await temp.reopen();
    expect(codes(await add('two', second))).toEqual(['rollback']);
  });
});
