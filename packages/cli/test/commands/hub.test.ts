import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshotFiles } from '@marsad/observatory';
import { region as regionSchema } from '@marsad/records';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/main.js';
import { type Captured, captureOutput } from '../captured-output.js';

let folder: string;
let captured: Captured;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-hub-command-'));
  captured = captureOutput();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const at = (...path: string[]): string => join(folder, ...path);
const said = (): string => {
  const { out, err } = captured.take();
  return out + err;
};
const hub = (...argv: string[]): Promise<number> => main(['hub', ...argv, '--hub', at('hub')]);

/** Three invented cities, and a hub that has invited them. */
const begun = async (): Promise<string[]> => {
  expect(await main(['hub', 'synthesize', at('cities'), '--cities', '3', '--weeks', '14'])).toBe(0);
  expect(
    await main(['hub', 'init', at('hub'), '--id', 'mena-hub', '--name', 'ar=المركز', '--name', 'en=The hub']),
  ).toBe(0);
  expect(await hub('invite', '--list', at('cities', 'cities.tsv'))).toBe(0);
  said();
  return readdirSync(at('cities', 'packages')).map((name) => at('cities', 'packages', name));
};

describe('marsad hub', () => {
  it('takes packages of invited cities, lists and checks them, and writes the region', async () => {
    const packages = await begun();
    expect(await hub('add', ...packages)).toBe(0);
    expect(said()).toContain('taken: city-001 version 1, public');
    expect(await hub('list')).toBe(0);
    expect(said()).toMatch(/city-003: version 1 \(public, held\); 20\d\d-W\d\d to 20\d\d-W\d\d; came .*; holds until /);
    expect(await hub('check')).toBe(0);
    expect(said()).toContain('all that is held is as it was taken');
    expect(await hub('region', '-o', at('region.json'))).toBe(0);
    expect(said()).toMatch(/corrected: 2 of 3 cities can be set side by side; greyed: not-corrected 1\n/);
    const region = regionSchema.parse(JSON.parse(readFileSync(at('region.json'), 'utf8')));
    expect(region.hub).toEqual({ id: 'mena-hub', names: { ar: 'المركز', en: 'The hub' } });
    expect(region.cities.map(({ id }) => id)).toEqual(['city-001', 'city-002', 'city-003']);
  });

  it('refuses a changed package by the name of its fault, takes the others and ends with 1', async () => {
    const [first = '', ...others] = await begun();
    const bytes = readFileSync(first);
    const place = bytes.indexOf('"posts":') + 8;
    bytes[place] = bytes[place] === 57 ? 56 : 57;
    writeFileSync(first, bytes);
    expect(await hub('add', first, ...others, '--json')).toBe(1);
    const { packages } = JSON.parse(captured.out.slice(captured.out.indexOf('{'))) as {
      packages: { taken: boolean }[];
    };
    expect(packages.map(({ taken }) => taken)).toEqual([false, true, true]);
    expect(said()).toMatch(/city-001\.zip: refused/);
  });

  it('invites by a fingerprint as people read it out, and not twice by two', async () => {
    await begun();
    const told = 'AB12 '.repeat(16);
    expect(await hub('invite', 'al-manar', '--fingerprint', told)).toBe(0);
    expect(await hub('invite', 'al-manar', '--fingerprint', 'cd'.repeat(32))).toBe(2);
    expect(said()).toContain('was invited by the fingerprint ab12');
    expect(await hub('invite', 'al-manar', '--fingerprint', 'cd')).toBe(2);
    expect(await hub('invite', 'al-manar')).toBe(2);
  });

  it('passes a copy on with what is contested, never at a narrower tier', async () => {
    const packages = await begun();
    await hub('add', ...packages);
    said();
    expect(await hub('list')).toBe(0);
    const week = /2\d\d\d-W\d\d/.exec(said())?.[0] ?? '';
    const raise = ['contest', 'raise', 'city-001', 'port', '--cell', 'area-01', '--weeks', week, '--by', 'Council'];
    expect(await hub(...raise, '--text', 'en=These were news.', '--text', 'ar=هذه أخبار')).toBe(0);
    expect(await hub('pass-on', 'city-001', '--tier', 'public', '--to', 'ministry', '-o', at('copy.zip'))).toBe(0);
    expect(said()).toContain('contests: 1');
    const files = await openSnapshotFiles(at('copy.zip'));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['attachments/contests.json', 'hops/1.json']));
    expect(await hub('pass-on', 'city-001', '--tier', 'partner', '--to', 'ministry', '-o', at('more.zip'))).toBe(2);
    expect(said()).toContain('at most the tier public');
    expect(await hub('contest', 'answer', 'city-001', 'port', '--by', 'Office', '--text', 'fr=Corrigé.')).toBe(0);
    said();
    expect(await hub('contest', 'list')).toBe(0);
    expect(said()).toMatch(
      /^city-001 port: answered .*; area-01, 2\d\d\d-W\d\d; by Council, .*\n {2}These were news\.\n {2}answer by Office: Corrigé\.\n/,
    );
    expect(await hub('contest', 'raise', 'city-001', 'x', '--cell', 'nowhere', '--by', 'C', '--text', 'en=No.')).toBe(
      2,
    );
    expect(said()).toMatch(/got "nowhere"[\s\S]*There are: .*area-01 \(/);
    expect(await hub('contest', 'raise', 'city-001', 'x', '--term', 'a', '--source', 'b', '--by', 'C')).toBe(2);
  });

  it('searches the library in three languages', async () => {
    const packages = await begun();
    await hub('add', ...packages);
    const own = { id: 'guide', kind: 'guidance', titles: { ar: 'دليل المدارس', fr: 'Guide des écoles' } };
    writeFileSync(at('own.jsonl'), JSON.stringify(own));
    expect(await hub('library', 'import', at('own.jsonl'))).toBe(0);
    said();
    expect(await hub('library', 'search', 'مدرج', '--lang', 'fr')).toBe(0);
    expect(said()).toContain('nothing in the library holds these words');
    for (const word of ['للمدارس', 'مدرسه']) {
      expect(await hub('library', 'search', word, '--lang', 'fr')).toBe(0);
      expect(said()).toContain('Guide des écoles  (guidance, mena-hub)');
    }
    expect(await hub('library', 'search', 'dialogue', '--kind', 'programme')).toBe(0);
    expect(said().trim().split('\n')).toHaveLength(3);
    writeFileSync(at('own.jsonl'), '{"id":');
    expect(await hub('library', 'import', at('own.jsonl'))).toBe(2);
  });

  it('makes the same invented cities for the same seed and clock', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z'), toFake: ['Date'] });
    for (const name of ['one', 'two'])
      await main(['hub', 'synthesize', at(name), '--cities', '1', '--weeks', '3', '--seed', '7']);
    vi.useRealTimers();
    const [one, two] = ['one', 'two'].map((name) => readFileSync(at(name, 'packages', 'city-001.zip')));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  it('says what to do where there is no hub, or one already', async () => {
    expect(await hub('list')).toBe(2);
    expect(said()).toContain('marsad hub init');
    await begun();
    expect(await main(['hub', 'init', at('hub'), '--id', 'other'])).toBe(2);
    expect(said()).toContain('there is one');
  });
});
