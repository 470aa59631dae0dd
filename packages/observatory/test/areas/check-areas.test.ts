import { existsSync, readFileSync } from 'node:fs';
import { type AreaCollection, areaCollection } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { type CheckedAreas, checkAreas } from '../../src/areas/check-areas.js';
import { drawProblem } from '../../src/areas/draw-problem.js';
import { readBoundaries } from '../../src/areas/formats/read-boundaries.js';
import { indexAreas } from '../../src/areas/index-areas.js';
import type { AreaFields } from '../../src/areas/read-fields.js';

const box = (west: number, south: number, width: number, height = width): [number, number][] => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
  [west, south],
];
const feature = (properties: object, ...rings: unknown[]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
});
const check = (features: unknown[], fields: AreaFields = {}, version?: string): CheckedAreas =>
  checkAreas([{ file: 'wards.geojson', list: { type: 'FeatureCollection', features } }], { fields, version });
const codes = ({ problems }: CheckedAreas): string[] => problems.map(({ error }) => error.code);

describe('problems', () => {
  it('are all told at once, each with feature and position', () => {
    const checked = check([
      feature({ name: 'bow' }, [
        [0, 0],
        [0.2, 0.2],
        [0.2, 0],
        [0, 0.2],
        [0, 0],
      ]),
      feature({ name: 'ring' }, box(1, 0, 0.5), box(3, 0, 0.1)),
      feature({ name: 'metres' }, box(500_000, 3_000_000, 100)),
      feature({ title: 'nameless' }, box(5, 0, 0.1)),
    ]);
    expect(checked.areas).toBeUndefined();
    expect(checked.problems.map(({ error, position }) => [error.message, position])).toEqual([
      ['wards.geojson: feature 1 (bow): its outline crosses itself near 0.1, 0.1', [0.1, 0.1]],
      ['wards.geojson: feature 2 (ring): a hole lies outside its shell near 3, 0', [3, 0]],
      [expect.stringContaining('feature 3 (metres): expected longitude −180 to 180'), [500_000, 3_000_000]],
      [expect.stringContaining('feature 4: expected a name'), undefined],
    ]);
  });

  it('have a picture of the spot, whatever the name of the area holds', () => {
    const bow = feature({ name: '<b>"&\u0007' }, [
      [0, 0],
      [0.2, 0.2],
      [0.2, 0],
      [0, 0.2],
      [0, 0],
    ]);
    const [problem] = check([bow]).problems;
    const svg = problem && drawProblem(problem);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('(&#60;b&#62;&#34;&#38; )');
    expect(svg).toContain('<circle cx="210.0" cy="210.0"');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('without a place have none', () => {
    const [problem] = check([feature({ title: 'x' }, box(0, 0, 1))]).problems;
    expect(problem && drawProblem(problem)).toBeUndefined();
  });

  it('in metres are drawn in the units of the file', () => {
    const [problem] = check([feature({ name: 'metres' }, box(500_000, 3_000_000, 100))]).problems;
    expect(problem && drawProblem(problem)).not.toMatch(/NaN|Infinity| m wide/);
  });
});

describe('overlaps', () => {
  const wide = feature({ name: 'wide' }, box(0, 0, 2, 1));

  it('of slivers are borne and named, and the ground stays with the first by id', () => {
    const checked = check([wide, feature({ name: 'east' }, box(1.996, 0, 1))]);
    expect(checked.problems).toEqual([]);
    expect(checked.warnings).toEqual([
      expect.stringMatching(/feature 2 \(east\): overlaps feature 1 \(wide\) by 0\.4 % near 1\.998, /),
    ]);
    expect(checked.areas && indexAreas(checked.areas).containing(1.998, 0.5)).toBe('east');
  });

  it('above 5 % of the smaller area are refused with both areas in the picture', () => {
    const checked = check([
      feature({ name: 'a' }, box(0, 0, 2, 50)),
      feature({ name: 'b' }, box(2, 0, 0.1)),
      feature({ name: 'c' }, box(2.09, 0, 0.1)),
    ]);
    expect(codes(checked)).toEqual(['overlap']);
    expect(checked.problems[0]?.error.message).toMatch(
      /at most 5 % of the smaller area, got 10 %: it overlaps feature/,
    );
    expect(checked.problems[0]?.outlines).toHaveLength(2);
  });

  it('above 0.5 % of all ground are refused even where each is small', () => {
    const stairs = Array.from({ length: 5 }, (_, at) => feature({ name: `step ${at}` }, box(at * 0.98, 0, 1)));
    const checked = check(stairs);
    expect(codes(checked)).toEqual(['overlap', 'overlap', 'overlap', 'overlap']);
    expect(checked.problems[0]?.error.message).toContain('at most 0.5 % of all ground held twice, got 1.6 %');
  });

  it('of two levels in one file are refused with a word on --parent-field', () => {
    const checked = check([wide, feature({ name: 'west' }, box(0, 0, 1))]);
    expect(checked.problems[0]?.error.remedy).toContain('--parent-field');
  });

  it('of a small area wholly inside another are mended: it is cut out', () => {
    const checked = check([wide, feature({ name: 'palace' }, box(0.5, 0.5, 0.05))]);
    expect(checked.problems).toEqual([]);
    expect(checked.repairs).toEqual([
      {
        where: 'wards.geojson: feature 1 (wide)',
        what: 'feature 2 (palace) lies wholly inside it and was cut out of it',
      },
    ]);
    const index = checked.areas && indexAreas(checked.areas);
    expect(index?.containing(0.52, 0.52)).toBe('palace');
    expect(checked.areas?.features.find(({ id }) => id === 'wide')?.geometry.coordinates).toHaveLength(2);
  });
});

describe('fields', () => {
  it('name ids, names in each language, population and parents', () => {
    const { areas, districts } = check(
      [
        feature({ CODE: 7, NOM: 'Le Port', AR: 'الميناء', POP: '12 300', ARR: 'Centre Ville' }, box(0, 0, 1)),
        feature({ CODE: 8, NOM: 'La Gare', AR: null, POP: null, ARR: 'Centre Ville' }, box(1, 0, 1)),
      ],
      { id: 'CODE', name: { fr: 'NOM', ar: 'AR' }, population: 'POP', parent: 'ARR' },
    );
    expect(areas?.features.map(({ id, properties }) => [id, properties])).toEqual([
      ['7', { names: { ar: 'الميناء', fr: 'Le Port' }, district: 'centre-ville', population: 12_300 }],
      ['8', { names: { fr: 'La Gare' }, district: 'centre-ville', population: null }],
    ]);
    expect([...districts]).toEqual([['centre-ville', { en: 'Centre Ville' }]]);
  });

  it('sort neighbourhoods from the polygons of districts and city that lie over them', () => {
    const level = (name: string, up: string | null, ring: unknown) => feature({ name, up }, ring);
    const { areas, districts, problems } = check(
      [
        level('City', null, box(0, 0, 4)),
        level('North', 'City', box(0, 2, 4, 2)),
        level('South', 'City', box(0, 0, 4, 2)),
        level('A', 'North', box(0, 2, 4, 2)),
        level('B', 'South', box(0, 0, 2)),
        level('C', 'South', box(2, 0, 2)),
      ],
      { parent: 'up' },
    );
    expect(problems).toEqual([]);
    expect(areas?.features.map(({ id, properties }) => [id, properties.district])).toEqual([
      ['a', 'north'],
      ['b', 'south'],
      ['c', 'south'],
    ]);
    expect([...districts.keys()]).toEqual(['north', 'south']);
  });

  it('that are not there are a problem of the feature', () => {
    const checked = check([feature({ name: 'a' }, box(0, 0, 1))], { id: 'CODE' });
    expect(checked.problems[0]?.error.message).toContain('expected an id in `CODE`');
  });
});

describe('version', () => {
  const areas = [feature({ name: 'a' }, box(0, 0, 1))];

  it('is the label given, else the file’s own, else a hash of the areas', () => {
    expect(check(areas, {}, '2024').areas?.version).toBe('2024');
    const hashed = check(areas).areas;
    expect(hashed?.version).toMatch(/^[0-9a-f]{12}$/);
    expect(check(areas).areas).toEqual(hashed);
    expect(check([feature({ name: 'a' }, box(0, 0, 2))]).areas?.version).not.toBe(hashed?.version);
    const again = checkAreas([{ file: 'x', list: hashed as AreaCollection }]).areas;
    expect(again).toEqual(hashed);
  });
});

const published = new URL('../../../../../shared/data/boundaries/', import.meta.url);
const readPublished = async (city: string): Promise<CheckedAreas> => {
  const bytes = readFileSync(new URL(`${city}.geojson`, published));
  return checkAreas([{ file: city, list: await readBoundaries(bytes, { file: city }) }]);
};

describe.skipIf(!existsSync(published))('published boundaries (skipped where ../shared is missing)', () => {
  const COUNTS = {
    casablanca: 17,
    'rabat-sale': 14,
    tunis: 50,
    nairobi: 83,
    'skopje-kumanovo': 24,
    denver: 78,
    berlin: 97,
  };

  it.each(Object.entries(COUNTS))('accepts %s: %d areas, every one with a name', async (city, count) => {
    const { areas, problems } = await readPublished(city);
    expect(problems).toEqual([]);
    expect(areas?.features).toHaveLength(count);
    // What an import writes, the next run reads without a change.
    expect(areas && checkAreas([{ file: city, list: areas }])).toMatchObject({ areas, repairs: [], problems: [] });
    expect(areaCollection.safeParse(areas).success).toBe(true);
  });

  it.each([
    ['chicago', ['South Chicago', 'Englewood', 'Auburn Gresham', 'Montclare'], /crosses|touches/],
    ['antwerp', ['Luchtbal', 'Schoonbroek-Rozemaai', 'Borgerhout Extra Muros'], /a hole lies outside/],
  ] as const)(
    'refuses %s for exactly the outlines that are known to be invalid, with place and picture',
    async (...row) => {
      const [city, names, what] = row;
      const { problems } = await readPublished(city);
      expect(new Set(problems.map(({ where }) => /\((.*)\)/.exec(where)?.[1]))).toEqual(new Set(names));
      for (const problem of problems) {
        expect(problem.error.message).toMatch(what);
        expect(problem.error.message).toMatch(/near -?\d+\.\d+, \d+\.\d+$/);
        expect(drawProblem(problem)).toContain('<circle');
      }
    },
  );

  it('cuts the palace quarter of Casablanca out of the district around it', async () => {
    const { repairs } = await readPublished('casablanca');
    expect(repairs.map(({ what }) => what)).toContain(
      'feature 4 (Mechouar de Casablanca) lies wholly inside it and was cut out of it',
    );
  });

  it('bears and names the slivers of Nairobi', async () => {
    const { warnings } = await readPublished('nairobi');
    expect(warnings.join('\n')).toMatch(/Upper Savannah\): overlaps feature 57 \(Viwandani\) by 1\.2 %/);
  });
});
