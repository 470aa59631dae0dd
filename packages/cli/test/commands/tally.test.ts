import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));

let folder: string;
let config: string;
const marsad = (...args: string[]): string =>
  execFileSync(process.execPath, [BIN, ...args], { encoding: 'utf8', stdio: 'pipe' });
const tried = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });

/** Eight posts of four authors on two days of one week, all with coordinates in one neighbourhood; two carry hate. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-tally-'));
  config = join(folder, 'city', 'city.yaml');
  marsad('init', join(folder, 'city'), '--boundaries', BOUNDARIES);
  const { features } = JSON.parse(readFileSync(BOUNDARIES, 'utf8'));
  const ring: [number, number][] = features[0].geometry.coordinates[0];
  const middle = (axis: 0 | 1): number => ring.reduce((sum, point) => sum + point[axis] / ring.length, 0);
  const rows = Array.from({ length: 8 }, (_, at) => {
    const words =
      at < 2 ? `migrants are vermin ${at * 7919} ${at * 104_729}` : `bus number ${at * 7919} was late at stop ${at}`;
    return `p${at},"${words}",2026-04-0${1 + (at % 2)}T10:00:00Z,author${at % 4},${middle(1)},${middle(0)}`;
  });
  const file = join(folder, 'posts.csv');
  writeFileSync(file, `id,text,time,author,lat,lon\n${rows.join('\n')}\n`);
  marsad('import', '-c', config, file, '--quiet');
  for (const stage of ['classify', 'place']) marsad(stage, '-c', config, '--quiet');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tally --breakdown', () => {
  it('writes the raw counts of each day as CSV and warns that they are not for publication', () => {
    const file = join(folder, 'days.csv');
    const { stderr, status } = tried('tally', '-c', config, '--breakdown', file, '--unit', 'day');
    expect(status).toBe(0);
    expect(stderr).toContain('raw counts for whoever holds the database: the publish gate is not in them');
    expect(stderr).toContain('not to be published');
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^# raw counts .*not to be published/);
    const rows: Record<string, string>[] = parse(text, { columns: true, comment: '#', comment_no_infix: true });
    const hate = rows.filter(({ area, signal, target }) => area === '' && signal === 'hate' && target === '');
    expect(hate.map(({ period, posts, authors, sources }) => [period, posts, authors, sources])).toEqual([
      ['2026-04-01', '4', '2', '1'],
      ['2026-04-02', '4', '2', '1'],
    ]);
    expect(hate.reduce((sum, { flagged }) => sum + Number(flagged), 0)).toBe(2);
    expect(rows.some(({ area, rung }) => area !== '' && rung === 'coordinates')).toBe(true);
    expect(text).not.toMatch(/vermin|author\d|p\d/);
  });

  it('writes JSON Lines of whole months, and the report tells how many', () => {
    const file = join(folder, 'months.jsonl');
    const { breakdown } = JSON.parse(
      marsad('tally', '-c', config, '--breakdown', file, '--unit', 'month', '--json', '--quiet'),
    );
    const rows = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(breakdown).toEqual({ file, unit: 'month', rows: rows.length });
    expect(
      rows.find(({ area, signal, target }) => area === null && signal === 'hate' && target === null),
    ).toMatchObject({ period: '2026-04', posts: 8, authors: 4, sources: 1, flagged: 2, copies: 0 });
  });

  it('is refused before anything is counted where the file is there, or its name or the unit is none', () => {
    const taken = join(folder, 'taken.csv');
    writeFileSync(taken, 'mine');
    for (const [flags, said] of [
      [['--breakdown', taken], 'there is one already'],
      [['--breakdown', join(folder, 'x.txt')], 'ends in .csv or .jsonl'],
      [['--breakdown', join(folder, 'y.csv'), '--unit', 'hour'], 'expected day, week, month, got "hour"'],
    ] as const) {
      const { status, stderr } = tried('tally', '-c', config, ...flags);
      expect(status).toBe(2);
      expect(stderr).toContain(said);
    }
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'y.csv'))).toBe(false);
  });
});
