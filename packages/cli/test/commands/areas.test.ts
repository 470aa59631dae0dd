import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/main.js';
import { type Captured, captureOutput } from '../captured-output.js';

let folder: string;
let captured: Captured;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-areas-'));
  captured = captureOutput();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const at = (...path: string[]): string => join(folder, ...path);
const box = (west: number, east: number) => [
  [west, 0],
  [east, 0],
  [east, 1],
  [west, 1],
  [west, 0],
];
const write = (name: string, areas: readonly [name: string, ring: number[][], more?: object][]): string => {
  const features = areas.map(([called, ring, more = {}]) => ({
    type: 'Feature',
    properties: { name: called, ...more },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  writeFileSync(at(name), JSON.stringify({ type: 'FeatureCollection', features }));
  return at(name);
};
const bow = [
  [5, 0],
  [6, 1],
  [6, 0],
  [5, 1],
  [5, 0],
];

describe('marsad areas check', () => {
  it('lists every repair and ends with 0 when all can be used', async () => {
    const file = write('old.geojson', [
      ['East', box(0, 1).toReversed()],
      ['West', box(1, 2).slice(0, 4)],
    ]);
    expect(await main(['areas', 'check', file])).toBe(0);
    expect(captured.out).toContain(
      'repaired: old.geojson: feature 1 (East): 1 ring ran the wrong way round and was turned',
    );
    expect(captured.out).toContain('repaired: old.geojson: feature 2 (West): 1 open ring was closed');
    expect(captured.out).toMatch(/old\.geojson: 2 neighbourhoods, version [0-9a-f]{12}\n$/);
  });

  it('ends with 1 and writes a picture of the spot when something cannot be used', async () => {
    const file = write('bow.geojson', [['Bow', bow]]);
    expect(await main(['areas', 'check', file, '--pictures', at('pictures'), '--json'])).toBe(1);
    const report = JSON.parse(captured.out);
    expect(report.problems).toEqual([
      {
        code: 'self-intersection',
        message: 'bow.geojson: feature 1 (Bow): its outline crosses itself near 5.5, 0.5',
        remedy: expect.any(String),
        position: [5.5, 0.5],
        picture: at('pictures', '01-self-intersection.svg'),
      },
    ]);
    expect(readFileSync(at('pictures', '01-self-intersection.svg'), 'utf8')).toMatch(/^<svg/);
  });

  it('ends with 2 for a file that is no boundaries or not there', async () => {
    writeFileSync(at('text.csv'), 'a,b\n');
    expect(await main(['areas', 'check', at('text.csv')])).toBe(2);
    expect(captured.err).toContain('expected JSON (GeoJSON or TopoJSON), a zipped Shapefile or a GeoPackage');
    expect(await main(['areas', 'check', at('absent.zip')])).toBe(2);
    expect(await main(['areas', 'check', at('text.csv'), '--name-field', 'de=NAME'])).toBe(2);
    expect(captured.err).toContain('expected ar=, en= or fr=');
  });
});

describe('marsad areas import', () => {
  const initCity = async (): Promise<void> => {
    const file = write('old.geojson', [
      ['East', box(0, 1)],
      ['West', box(1, 2)],
    ]);
    expect(await main(['init', at('city'), '--boundaries', file])).toBe(0);
  };

  it('replaces the areas, keeps the earlier version and says how the one becomes the other', async () => {
    await initCity();
    const before = JSON.parse(readFileSync(at('city', 'neighbourhoods.geojson'), 'utf8'));
    const file = write('new.geojson', [
      ['East', box(0, 0.5), { ward: 'Port' }],
      ['Middle', box(0.5, 2), { ward: 'Port' }],
    ]);
    const args = ['-c', at('city', 'city.yaml'), '--edition', '2024', '--parent-field', 'ward'];
    expect(await main(['areas', 'import', file, ...args])).toBe(0);
    const after = JSON.parse(readFileSync(at('city', 'neighbourhoods.geojson'), 'utf8'));
    expect(after.version).toBe('2024');
    expect(after.features.map(({ id }: { id: string }) => id)).toEqual(['east', 'middle']);
    expect(captured.err).toContain('"port": { en: "Port" }');
    expect(readdirSync(at('city', 'areas')).sort()).toEqual([
      `${before.version}-to-2024.csv`,
      `${before.version}.geojson`,
    ]);
    expect(readFileSync(at('city', 'areas', `${before.version}-to-2024.csv`), 'utf8').split('\n')).toEqual([
      'old_id,new_id,square_km,share_of_old,share_of_new',
      expect.stringMatching(/^east,east,\d+\.\d+,0\.500000000,1\.000000000$/),
      expect.stringMatching(/^east,middle,\d+\.\d+,0\.500000000,0\.333333333$/),
      expect.stringMatching(/^west,middle,\d+\.\d+,1\.000000000,0\.666666667$/),
      '',
    ]);
    expect(await main(['areas', 'import', file, ...args])).toBe(0);
    expect(captured.err).toContain('were there already');
  });

  it('writes nothing when the boundaries cannot be used, or the label is taken', async () => {
    await initCity();
    const before = readFileSync(at('city', 'neighbourhoods.geojson'), 'utf8');
    const config = at('city', 'city.yaml');
    expect(await main(['areas', 'import', '-c', config, write('bow.geojson', [['Bow', bow]])])).toBe(2);
    expect(captured.err).toContain('its outline crosses itself near 5.5, 0.5');
    const other = write('other.geojson', [['Other', box(0, 3)]]);
    const { version } = JSON.parse(before);
    expect(await main(['areas', 'import', '-c', config, other, '--edition', version])).toBe(2);
    expect(readFileSync(at('city', 'neighbourhoods.geojson'), 'utf8')).toBe(before);
    expect(existsSync(at('city', 'areas'))).toBe(false);
  });

  it('leaves out corners that matter less than --simplify', async () => {
    await initCity();
    const ring = [
      [0, 0],
      [0.5, 0.00001],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const args = ['areas', 'import', write('new.geojson', [['Bent', ring]]), '-c', at('city', 'city.yaml')];
    expect(await main([...args, '--simplify', 'much'])).toBe(2);
    expect(await main([...args, '--simplify', '1000'])).toBe(0);
    const { features } = JSON.parse(readFileSync(at('city', 'neighbourhoods.geojson'), 'utf8'));
    expect(features[0].geometry.coordinates).toEqual([
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ]);
  });

  it('says which gazetteer line and which home of a source no longer fit', async () => {
    await initCity();
    writeFileSync(at('city', 'gazetteer.csv'), 'area,name,language,kind\nwest,The Pier,eng,landmark\n');
    const config = readFileSync(at('city', 'city.yaml'), 'utf8').replace(
      'sources: []',
      'sources: [{ id: page, kind: feed, name: Page, url: "http://page.test/rss", home: west }]',
    );
    writeFileSync(at('city', 'city.yaml'), config);
    const file = write('new.geojson', [['East', box(0, 2)]]);
    expect(await main(['areas', 'import', '-c', at('city', 'city.yaml'), file])).toBe(0);
    expect(captured.err).toContain('source page: its home west is no neighbourhood any more');
    expect(captured.err).toMatch(/gazetteer\.csv.*west/);
    expect(captured.err).toContain('next: mend what is said above, then `marsad run');
  });

  it('says how a gazetteer of split areas is mended, which run asks for too, and which mends it', async () => {
    await initCity();
    const config = at('city', 'city.yaml');
    const lines = Array.from({ length: 6 }, (_, pier) => `west,Pier ${pier},eng,landmark\n`).join('');
    writeFileSync(at('city', 'gazetteer.csv'), `area,name,language,kind\n${lines}east,The Lamp,eng,landmark\n`);
    const file = write('new.geojson', [
      ['East', box(0, 1)],
      ['West A', box(1, 1.5)],
      ['West B', box(1.5, 2)],
    ]);
    const said =
      /gazetteer\.csv: 6 lines name an area[^\n]*\n(?:gazetteer\.csv:\d: area: [^\n]* got west\n){5}and 1 more\n→ Give these lines one of the areas that the boundaries have \(east, west-a, west-b\) by hand, or run `marsad gazetteer build -c city\.yaml --drop-unknown`/;
    expect(await main(['areas', 'import', '-c', config, file])).toBe(0);
    expect(captured.err).toMatch(said);
    const before = captured.err.length;
    expect(await main(['run', '-c', config])).toBe(2);
    expect(captured.err.slice(before)).toMatch(said);
    expect(await main(['gazetteer', 'build', '-c', config, '--drop-unknown'])).toBe(0);
    expect(captured.err).toContain('6 lines left out, as the boundaries lack their areas');
    expect(readFileSync(at('city', 'gazetteer.csv'), 'utf8')).toContain('east,The Lamp,eng,landmark,gazetteer.csv\n');
    expect(await main(['place', '-c', config])).toBe(0);
  });
});

describe('marsad areas crosswalk', () => {
  it('prints the shares as CSV, or writes them to a file', async () => {
    const old = write('old.geojson', [['A, B', box(0, 1)]]);
    const later = write('new.geojson', [['C', box(0, 0.25)]]);
    expect(await main(['areas', 'crosswalk', old, later])).toBe(0);
    expect(captured.out).toContain('a-b,c,');
    expect(captured.out).toMatch(/\na-b,,\d+\.\d+,0\.750000000,0\.000000000\n/);
    expect(await main(['areas', 'crosswalk', old, later, '-o', at('walk.csv')])).toBe(0);
    expect(readFileSync(at('walk.csv'), 'utf8')).toBe(captured.out);
  });
});

describe('marsad init', () => {
  it('names the districts that the parent field tells of in city.yaml', async () => {
    const file = write('w.geojson', [['East', box(0, 1), { ward: 'الميناء' }]]);
    expect(await main(['init', at('city'), '--boundaries', file, '--parent-field', 'ward'])).toBe(0);
    expect(readFileSync(at('city', 'city.yaml'), 'utf8')).toContain('districts:\n  "الميناء": { ar: "الميناء" }\n');
    expect(await main(['areas', 'import', '-c', at('city', 'city.yaml'), file, '--parent-field', 'ward'])).toBe(0);
    expect(captured.err).toContain('were there already');
  });
});
