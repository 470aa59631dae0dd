import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@marsad/records';
import { afterAll, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const CITY = fileURLToPath(new URL('../../../../fixtures/al-manar/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'marsad-reproducible-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where programs cannot be bound to a core, all cores are used both times. */
const BINDER = 'taskset';
const bindsCores = spawnSync(BINDER, ['-V']).status === 0;

interface Settings {
  env: Record<string, string>;
  /** the one core that the program may use; all when absent */
  core?: number;
  reversed: boolean;
}

/** The posts of the demo's forum and social site, as three files of sources of their own. */
const sources = ['social', 'forum']
  .flatMap((name) =>
    readFileSync(join(CITY, 'web', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => JSON.parse(line))
  .filter(({ boost }) => boost === undefined)
  .map(({ id, text, date, account, author }) => JSON.stringify({ id, text, time: date, author: account ?? author }))
  .reduce<string[][]>((lists, line, at) => lists.with(at % 3, [...(lists[at % 3] ?? []), line]), [[], [], []]);

/** A city made from nothing under these settings; the bytes of its package of all tiers. */
const packageUnder = (name: string, { env, core, reversed }: Settings): Buffer => {
  const city = join(folder, name);
  mkdirSync(city);
  for (const file of ['neighbourhoods.geojson', 'gazetteer.csv']) copyFileSync(join(CITY, file), join(city, file));
  writeFileSync(join(city, 'author.key'), `${'ab'.repeat(32)}\n`);
  writeFileSync(
    join(city, 'city.yaml'),
    'id: twin\nnames: { en: Twin }\nlanguages: [ara, ary, fra, eng]\nboundaries: neighbourhoods.geojson\ngazetteer: gazetteer.csv\n',
  );
  const marsad = (...args: string[]): void => {
    const command = [process.execPath, BIN, ...args, '-c', join(city, 'city.yaml'), '--quiet'];
    const [program = '', ...rest] =
      core === undefined || !bindsCores ? command : [BINDER, '-c', String(core), ...command];
    const { status, stderr } = spawnSync(program, rest, { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' });
    expect(`${args[0]} ${status} ${stderr}`).toBe(`${args[0]} 0 `);
  };
  const files = sources.map((lines, at) => {
    const path = join(city, `source-${at}.jsonl`);
    writeFileSync(path, `${(reversed ? lines.toReversed() : lines).join('\n')}\n`);
    return path;
  });
  marsad('import', ...(reversed ? files.toReversed() : files));
  for (const stage of ['classify', 'place', 'tally']) marsad(stage);
  const output = join(city, 'all.zip');
  marsad('snapshot', 'create', '--tier', 'restricted', '-o', output);
  return readFileSync(output);
};

it('the same data give the same bytes of all tiers in any locale and time zone, in any order of files and lines, on any number of cores', () => {
  const here = packageUnder('here', { env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }, reversed: false });
  const there = packageUnder('there', {
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    core: 0,
    reversed: true,
  });
  expect(here.includes('"status":"shown"')).toBe(true);
  expect(sha256(there)).toBe(sha256(here));
}, 180_000);
