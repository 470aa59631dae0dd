import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSnapshot, writeSnapshot } from '@marsad/observatory';
import { firstRemembered, judgePackage, openSnapshotFiles } from '@marsad/observatory/snapshot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/main.js';
import { type Captured, captureOutput } from '../captured-output.js';

let folder: string;
let captured: Captured;
const at = (...path: string[]): string => join(folder, ...path);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-keys-'));
  captured = captureOutput();
  writeFileSync(at('city.yaml'), 'id: test-city\nnames: { en: Test }\nlanguages: [eng]\nboundaries: areas.geojson\n');
  await writeSnapshot(emptySnapshot('test-city'), at('snapshot'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const squareAt = (x: number): [number, number][] => [
  [x, 0],
  [x + 1, 0],
  [x + 1, 1],
  [x, 1],
  [x, 0],
];

/** A snapshot with areas and no post. */
const emptySnapshot = (id: string) =>
  buildSnapshot({
    city: { id, names: { en: 'Test' }, languages: ['eng'], districts: { all: { en: 'All' } }, fictional: true },
    areas: {
      type: 'FeatureCollection',
      features: ['a', 'b'].map((area, x) => ({
        type: 'Feature' as const,
        id: area,
        properties: { names: { en: `Area ${area}` }, district: 'all', population: 1000 },
        geometry: { type: 'Polygon' as const, coordinates: [squareAt(x)] },
      })),
    },
    blocks: [],
    model: { name: 'test', version: '1' },
    rules: {},
    sources: [],
    counts: { posts: 0, outcomes: {}, itemsLeftOut: {}, documentsLeftOut: {} },
  });

/** Runs a command on the city; gives its exit code, its JSON and its words. */
const marsad = async (...argv: string[]) => {
  captured.take();
  const code = await main([...argv, '-c', at('city.yaml'), '--json']);
  const { out, err } = captured.take();
  return { code, words: err, report: out === '' ? undefined : JSON.parse(out) };
};

const fingerprint = async (): Promise<string> => (await marsad('key', 'show')).report.keys.fingerprint;

const judged = async (path: string, hub = 'hub-east') =>
  judgePackage(
    await openSnapshotFiles(path),
    firstRemembered({ city: 'test-city', hub, fingerprint: await fingerprint() }),
    new Date(),
  );

describe('marsad key', () => {
  it('makes keys that only their owner may read, outside of the snapshot, and never a second time', async () => {
    expect((await marsad('key', 'new')).code).toBe(0);
    const files = readdirSync(at('keys')).sort();
    expect(files).toEqual(
      expect.arrayContaining([
        '.gitignore',
        '1.json',
        expect.stringMatching(/^root-.*\.key$/),
        expect.stringMatching(/^signing-.*\.key$/),
      ]),
    );
    for (const name of files.filter((file) => file.endsWith('.key')))
      expect(statSync(at('keys', name)).mode & 0o777).toBe(0o600);
    expect(statSync(at('keys')).mode & 0o777).toBe(0o700);
    expect(readFileSync(at('keys', '.gitignore'), 'utf8')).toContain('\n*\n');
    const again = await marsad('key', 'new');
    expect(again.code).toBe(2);
    expect(again.words).toContain('marsad key rotate');
    expect(readdirSync(at('keys')).sort()).toEqual(files);
  });

  it('shows the fingerprint and what was signed, and nothing secret', async () => {
    await marsad('key', 'new');
    const secret = readdirSync(at('keys'))
      .filter((name) => name.endsWith('.key'))
      .map((name) => JSON.parse(readFileSync(at('keys', name), 'utf8')).secret as string);
    const { words, report } = await marsad('key', 'show');
    expect(report.keys).toMatchObject({ owner: 'test-city', set: 1, lastVersion: null, notices: 0 });
    expect(words).toMatch(/fingerprint: (?:[0-9a-f]{4} ){15}[0-9a-f]{4}/);
    captured.take();
    expect(await main(['key', 'show', '-c', at('city.yaml')])).toBe(0);
    expect(captured.take()).toMatchObject({
      out: expect.stringMatching(/^fingerprint: (?:[0-9a-f]{4} ){15}[0-9a-f]{4}\n/),
      err: '',
    });
    for (const text of secret) expect(words + JSON.stringify(report)).not.toContain(text);
  });

  it('refuses a private key that others may read', async () => {
    await marsad('key', 'new');
    for (const name of readdirSync(at('keys'))) if (name.startsWith('signing')) chmodSync(at('keys', name), 0o644);
    const { code, words } = await marsad('snapshot', 'sign', '-o', at('one.zip'));
    expect(code).toBe(2);
    expect(words).toContain('chmod 600');
    expect(existsSync(at('one.zip'))).toBe(false);
  });

  it('seals keys with a passphrase, without which nothing is signed', async () => {
    writeFileSync(at('passphrase'), 'a drawer in the town hall\n');
    writeFileSync(at('other'), 'another drawer in the town hall\n');
    await marsad('key', 'new', '--passphrase-file', at('passphrase'));
    const sign = (...more: string[]) => marsad('snapshot', 'sign', '-o', at('one.zip'), ...more);
    expect((await sign()).words).toContain('--passphrase-file');
    expect((await sign('--passphrase-file', at('other'))).words).toContain('expected the passphrase of this key');
    expect((await sign('--passphrase-file', at('passphrase'))).code).toBe(0);
  });

  it('replaces keys so that hubs can follow, and leaves no revoked private key behind', async () => {
    await marsad('key', 'new');
    const before = await fingerprint();
    await marsad('snapshot', 'sign', '-o', at('one.zip'));
    const rotated = await marsad('key', 'rotate', '--root');
    expect(rotated.report.keys).toMatchObject({ set: 2, fingerprint: before });
    expect(rotated.report.keys.revoked).toHaveLength(2);
    expect(readdirSync(at('keys')).filter((name) => name.endsWith('.key'))).toHaveLength(2);
    await marsad('snapshot', 'sign', '-o', at('two.zip'));
    expect(await judged(at('two.zip'))).toMatchObject({ taken: true, verdict: { keySet: 2, version: 2 } });
  });
});

describe('marsad snapshot sign', () => {
  it('writes a package that the hub it is for takes, and no other, with versions that grow', async () => {
    await marsad('key', 'new');
    const { report } = await marsad('snapshot', 'sign', '--for', 'hub-east', '--expires', '10', '-o', at('one.zip'));
    expect(report.signed).toMatchObject({ city: 'test-city', version: 1, tier: 'public', audience: 'hub-east' });
    expect(await judged(at('one.zip'))).toMatchObject({ taken: true, verdict: { version: 1 } });
    expect(await judged(at('one.zip'), 'hub-west')).toMatchObject({
      taken: false,
      refusals: [{ code: 'other-audience' }],
    });
    expect((await marsad('snapshot', 'sign', '-o', at('two.zip'))).report.signed.version).toBe(2);
  });

  it('writes over nothing, and signs neither another city nor what hubs would refuse', async () => {
    await marsad('key', 'new');
    writeFileSync(at('one.zip'), 'mine');
    expect((await marsad('snapshot', 'sign', '-o', at('one.zip'))).code).toBe(2);
    expect(readFileSync(at('one.zip'), 'utf8')).toBe('mine');
    await writeSnapshot(emptySnapshot('other-city'), at('other'));
    const other = await marsad('snapshot', 'sign', at('other'), '-o', at('two.zip'));
    expect(other.words).toContain('expected a snapshot of test-city, got one of other-city');
    writeFileSync(at('snapshot', 'figures.json'), '{"blocks":[],"more":1}\n');
    const changed = await marsad('snapshot', 'sign', '-o', at('two.zip'));
    expect(changed.words).toContain('expected a snapshot that hubs take, but figures.json');
    expect(existsSync(at('two.zip'))).toBe(false);
    expect((await marsad('key', 'show')).report.keys.lastVersion).toBeNull();
  });
});

describe('marsad snapshot withdraw and correct', () => {
  it('write notices that travel alone, in a package, and with every later snapshot', async () => {
    await marsad('key', 'new');
    await marsad('snapshot', 'sign', '-o', at('one.zip'));
    await marsad('snapshot', 'sign', '-o', at('two.zip'));
    const corrected = await marsad(
      'snapshot',
      'correct',
      '1',
      '--by',
      '2',
      '--reason',
      'en=Read twice.',
      '-o',
      at('note.zip'),
    );
    expect(corrected.report.notice).toMatchObject({ type: 'correction', number: 1, versions: [1], correctedBy: 2 });
    expect(await judged(at('note.zip'))).toMatchObject({ taken: true, verdict: { kind: 'notices', newNotices: [{}] } });
    const withdrawn = await marsad(
      'snapshot',
      'withdraw',
      '2',
      '--reason',
      'ar=قُرئ مصدر مرتين',
      '--into',
      at('two.zip'),
      '-o',
      at('with.zip'),
    );
    expect(withdrawn.report.notice).toMatchObject({ type: 'withdrawal', number: 2 });
    expect((await judged(at('with.zip'))).refusals).toMatchObject([{ code: 'withdrawn' }]);
    await marsad('snapshot', 'sign', '-o', at('three.zip'));
    const third = await judged(at('three.zip'));
    expect(third).toMatchObject({ taken: true, nextRemembered: { withdrawn: [2], notices: [{}, {}] } });
  });

  it('go on above versions that somebody else signed with stolen keys, and take those back', async () => {
    await marsad('key', 'new');
    await marsad('key', 'rotate');
    const words = ['--reason', 'en=Somebody else signed it.'];
    expect((await marsad('snapshot', 'withdraw', '40', ...words)).words).toContain('withdraw --not-ours');
    expect((await marsad('snapshot', 'withdraw', '40', '--not-ours', ...words)).code).toBe(0);
    const signed = await marsad('snapshot', 'sign', '--at-least', '41', '-o', at('one.zip'));
    expect(signed.report.signed.version).toBe(41);
    expect(await judged(at('one.zip'))).toMatchObject({ taken: true, nextRemembered: { withdrawn: [40] } });
    expect((await marsad('snapshot', 'sign', '--at-least', '3', '-o', at('two.zip'))).report.signed.version).toBe(42);
  });

  it('know only versions that were signed, and no package of before a change of keys', async () => {
    await marsad('key', 'new');
    await marsad('snapshot', 'sign', '-o', at('one.zip'));
    expect((await marsad('snapshot', 'withdraw', '7', '--reason', 'en=Wrong.')).words).toContain(
      'expected a version that was signed, got 7',
    );
    await marsad('key', 'rotate');
    const into = await marsad(
      'snapshot',
      'withdraw',
      '1',
      '--reason',
      'en=Wrong.',
      '--into',
      at('one.zip'),
      '-o',
      at('two.zip'),
    );
    expect(into.words).toContain('expected a package that the newest keys have signed');
    expect((await marsad('key', 'show')).report.keys.notices).toBe(0);
  });
});

describe('marsad snapshot verify', () => {
  const verify = async (...argv: string[]) => {
    captured.take();
    const code = await main(['snapshot', 'verify', ...argv]);
    return { code, words: captured.take().err };
  };

  it('says what a signature proves and what not, and compares the fingerprint where one is given', async () => {
    await marsad('key', 'new');
    const own = await fingerprint();
    await marsad('snapshot', 'sign', '-o', at('one.zip'));
    expect((await verify(at('one.zip'))).words).toContain('from whom is not proven until you compare the fingerprint');
    const spaced = own
      .replace(/(.{4})/g, '$1 ')
      .trim()
      .toUpperCase();
    expect(await verify(at('one.zip'), '--key', spaced)).toMatchObject({ code: 0 });
    const foreign = await verify(at('one.zip'), '--key', '0'.repeat(64));
    expect(foreign.code).toBe(1);
    expect(foreign.words).toContain('somebody else than you were told has signed');
    expect(await verify(at('snapshot'), '--key', own)).toMatchObject({ code: 1 });
    expect((await verify(at('snapshot'))).words).toContain('not signed');
    expect((await verify(at('one.zip'), '--key', 'abc')).code).toBe(2);
  });

  it('ends with 1 for a package that was changed, as for a folder, and with 2 where there is none', async () => {
    await marsad('key', 'new');
    await marsad('snapshot', 'sign', '-o', at('one.zip'));
    const bytes = readFileSync(at('one.zip'));
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(at('changed.zip'), bytes);
    const changed = await verify(at('changed.zip'), at('one.zip'));
    expect(changed.code).toBe(1);
    expect(changed.words).toMatch(/changed\.zip: (?!.*changed\.zip)/);
    expect(changed.words).toContain(`${at('one.zip')}: whole`);
    writeFileSync(at('snapshot', 'figures.json'), '{}');
    expect((await verify(at('snapshot'))).code).toBe(1);
    expect((await verify(at('nothing.zip'))).code).toBe(2);
  });
});
