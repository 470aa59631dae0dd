import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));

let folder: string;
let config: string;
const marsad = (...args: string[]): string =>
  execFileSync(process.execPath, [BIN, ...args], { encoding: 'utf8', stdio: 'pipe' });
const tried = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });

/** Three hundred posts about one neighbourhood: three files are three sources. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-labels-'));
  config = join(folder, 'city', 'city.yaml');
  marsad('init', join(folder, 'city'), '--boundaries', BOUNDARIES);
  const { features } = JSON.parse(readFileSync(BOUNDARIES, 'utf8'));
  const ring: [number, number][] = features[0].geometry.coordinates[0];
  const middle = (axis: 0 | 1): number => ring.reduce((sum, point) => sum + point[axis] / ring.length, 0);
  const inside = [middle(0), middle(1)];
  const files = ['one', 'two', 'three'].map((name, file) => {
    const path = join(folder, `${name}.csv`);
    const rows = Array.from({ length: 100 }, (_, at) => {
      const words =
        at % 10 === 0
          ? `migrants are vermin ${[7919, 104_729, 6571, 15_485, 32_452, 1_299_709].map((prime) => at * prime + file).join(' ')}`
          : `bus number ${at * 7919} was late at stop ${file}${at}`;
      return `${name}-${at},"${words}",2026-04-0${1 + (at % 5)}T10:00:00Z,author${at % 17},${inside[1]},${inside[0]}`;
    });
    writeFileSync(path, `id,text,time,author,lat,lon\n${rows.join('\n')}\n`);
    return path;
  });
  for (const file of files) marsad('import', '-c', config, file, '--quiet');
  for (const stage of ['classify', 'place', 'tally']) marsad(stage, '-c', config, '--quiet');
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('without labels a tally corrects by the model card, says so, and names weeks and interval', () => {
  const told = tried('tally', '-c', config);
  expect(told.stderr).toContain('shown blocks, 2026-W14, 300 posts');
  expect(told.stderr).toMatch(/hate: 10\.00 % flagged.* the model card's error rates/);
});

it('a sample, filled in and imported, changes the figures at the next tally, which says by how much', () => {
  const file = join(folder, 'sample.csv');
  const { sample } = JSON.parse(
    marsad('review', 'sample', '-c', config, '--size', '150', '--seed', '3', '-o', file, '--json', '--quiet'),
  );
  expect(sample).toMatchObject({ posts: 150, design: 'random', seed: 3 });
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  expect(rows).toHaveLength(150);
  const lines = rows.map(
    ({ sample: id, id: post, text = '' }) => `${id},${post},${text.includes('vermin') ? 'hate' : 'none'}`,
  );
  writeFileSync(file, `sample,id,signals\n${lines.join('\n')}\n${rows[0]?.sample},nobody,none\n`);

  const imported = tried('label', 'import', '-c', config, file, '--coder', 'reviewer', '--json');
  expect(imported.status).toBe(1);
  expect(imported.stderr).toContain('post nobody is unknown in sample');
  expect(JSON.parse(imported.stdout).labels).toMatchObject({ added: 150, known: 0, open: 0 });

  const { corrections } = JSON.parse(marsad('tally', '-c', config, '--json', '--quiet'));
  const hate = corrections.find(({ signal }: { signal: string }) => signal === 'hate');
  expect(hate).toMatchObject({
    method: 'labels',
    labels: 150,
    posts: 300,
    weeks: ['2026-W14', '2026-W14'],
    undated: 0,
  });
  expect(hate.low).toBeLessThan(hate.corrected);
  expect(hate.high).toBeGreaterThan(hate.corrected);
  expect(hate.corrected).toBeGreaterThan(0.05);
  expect(hate.corrected).toBeLessThan(0.16);

  const again = JSON.parse(marsad('tally', '-c', config, '--json', '--quiet'));
  expect(again.corrections.find(({ signal }: { signal: string }) => signal === 'hate').before).toBe(hate.corrected);
}, 120_000);

it('a mistaken label is refused without a reason, changed and kept with one, and listed', () => {
  const file = join(folder, 'mended.csv');
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'sample.csv')), { columns: true });
  const row = rows.find(({ signals }) => signals === 'none');
  writeFileSync(file, `sample,id,signals\n${row?.sample},${row?.id},offensive\n`);
  const mend = (...more: string[]) =>
    tried('label', 'import', '-c', config, file, '--coder', 'reviewer', '--json', ...more);

  const refused = mend();
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('reviewer has labelled it "none" before (to change that: --correct REASON)');
  expect(mend('--correct', ' ').status).toBe(2);

  const changed = mend('--correct', 'an insult overlooked');
  expect(changed.status).toBe(0);
  expect(JSON.parse(changed.stdout).labels).toMatchObject({
    added: 0,
    changed: [{ id: row?.id, from: 'none', to: 'offensive' }],
    refused: [],
  });
  const { changes } = JSON.parse(marsad('label', 'changes', '-c', config, '--json', '--quiet'));
  expect(changes).toMatchObject([
    { postId: row?.id, coder: 'reviewer', was: [], became: ['offensive'], reason: 'an insult overlooked' },
  ]);
  expect(marsad('label', 'changes', '-c', config)).toContain('"none" became "offensive": an insult overlooked');
});

it('a coder who is named like a person is refused', () => {
  const refused = tried('label', 'import', '-c', config, 'sample.csv', '--coder', 'Anna Muster');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('expected a role');
});
