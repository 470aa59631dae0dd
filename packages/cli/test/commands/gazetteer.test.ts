import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const DEMO = fileURLToPath(new URL('../../../../fixtures/al-manar', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-gazetteer-'));
  for (const file of ['city.yaml', 'gazetteer.csv', 'neighbourhoods.geojson'])
    cpSync(join(DEMO, file), join(folder, file));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const marsad = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });
const own = (): string => readFileSync(join(folder, 'gazetteer.csv'), 'utf8');

describe('marsad gazetteer build', () => {
  it('writes the city’s gazetteer anew with origins, and the same bytes the second time', () => {
    const city = join(folder, 'city.yaml');
    const places = join(folder, 'places.jsonl');
    const more = join(folder, 'more.csv');
    writeFileSync(places, `${JSON.stringify({ id: 1, name: 'Far Away', lat: 80, lon: 0 })}\n`);
    writeFileSync(more, 'area,name,language,kind\nennasr,Quartier Victoire,fra,nickname\n');
    const args = ['gazetteer', 'build', '-c', city, '--jsonl', places, '--csv', more, '--json'];
    const first = marsad(...args);
    expect(first.stderr).toBe('');
    expect(JSON.parse(first.stdout)).toMatchObject({ leftOut: { 'outside all areas': 1 } });
    const written = own();
    expect(written).toMatch(/^area,name,language,kind,origin\n/);
    expect(written).toContain('ennasr,Quartier Victoire,fra,nickname,more.csv\n');
    expect(written).toContain('ennasr,النصر,ara,ambiguous,gazetteer.csv\n');
    marsad(...args);
    expect(own()).toBe(written);
  });

  it('names the file and line of what it cannot read, and leaves the gazetteer as it was', () => {
    const before = own();
    const places = join(folder, 'places.jsonl');
    writeFileSync(places, '\n{"id":1}\n');
    const { status, stderr } = marsad('gazetteer', 'build', '-c', join(folder, 'city.yaml'), '--jsonl', places);
    expect(status).toBe(2);
    expect(stderr).toContain('places.jsonl:2');
    expect(own()).toBe(before);
  });
});

describe('marsad gazetteer build after a neighbourhood was split', () => {
  const GONE = 'old-town,The Pier,eng,landmark\nold-town,Port,,\n';
  beforeEach(() => appendFileSync(join(folder, 'gazetteer.csv'), GONE));

  it('refuses with the file, the lines and the option that leaves them out', () => {
    const before = own();
    const first = before.split('\n').indexOf('old-town,The Pier,eng,landmark') + 1;
    const { status, stderr } = marsad('gazetteer', 'build', '-c', join(folder, 'city.yaml'));
    expect(status).toBe(2);
    expect(stderr).toContain('gazetteer.csv: 2 lines name an area that the boundaries lack\n');
    for (const line of [first, first + 1])
      expect(stderr).toContain(`gazetteer.csv:${line}: area: expected the id of a neighbourhood, got old-town\n`);
    expect(stderr).toContain('--drop-unknown');
    expect(own()).toBe(before);
  });

  it('leaves them out with --drop-unknown, says which, and then has nothing more to leave out', () => {
    const before = own().split('\n').length;
    const more = join(folder, 'more.csv');
    writeFileSync(more, 'area,name,language,kind\natlantis,Atlantis,,\nennasr,Victoire,fra,nickname\n');
    const args = ['gazetteer', 'build', '-c', join(folder, 'city.yaml'), '--drop-unknown'];
    const { status, stderr } = marsad(...args, '--csv', more);
    expect(status).toBe(0);
    expect(stderr).toContain(
      [
        '3 lines left out, as the boundaries lack their areas',
        `  gazetteer.csv:${before - 2}: old-town, The Pier`,
        `  gazetteer.csv:${before - 1}: old-town, Port`,
        '  more.csv:2: atlantis, Atlantis',
        '',
      ].join('\n'),
    );
    const written = own();
    expect(written).not.toMatch(/old-town|atlantis/);
    expect(written).toContain('ennasr,Victoire,fra,nickname,more.csv\n');
    expect(written).toContain('ennasr,النصر,ara,ambiguous,gazetteer.csv\n');
    const again = marsad(...args, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ dropped: [] });
    expect(own()).toBe(written);
  });
});

describe('marsad evaluate places', () => {
  it('measures a city’s gazetteer on labelled posts', () => {
    const posts = join(folder, 'posts.jsonl');
    const line = (text: string, areas: string[]): string => `${JSON.stringify({ text, areas })}\n`;
    writeFileSync(posts, line('حريق في باب البحر', ['bab-el-bahr']) + line('bonne nuit', ['ennasr']));
    const { stdout, status } = marsad('evaluate', 'places', posts, '-c', join(folder, 'city.yaml'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      places: { posts: { posts: 2, precision: { value: 1 }, recall: { value: 0.5 }, errors: [{ id: '2' }] } },
    });
  });
});
