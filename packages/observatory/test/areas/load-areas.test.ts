import { areaCollection, InputError } from '@marsad/records';
import { booleanClockwise } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAreas } from '../../src/areas/load-areas.js';

const file = 'boundaries.geojson';
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const eastBy = (steps: number) => square.map(([x = 0, y = 0]) => [x + steps, y]);
const feature = (properties: object, coordinates: unknown = [square], more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
  ...more,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const load = (...features: unknown[]) => loadAreas(collection(...features), { file });
const refusal = (input: unknown, options: { nameField?: string } = {}): InputError => {
  try {
    loadAreas(input, { file, ...options });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('names and ids', () => {
  it('takes names, district and population of published boundaries', () => {
    const { areas, warnings } = load(
      feature({ name: "Ben M'Sick", name_fr: "Ben M'Sick", name_ar: 'ابن امسيك', district: 'd1', population: '1200' }),
    );
    expect(warnings).toEqual([]);
    expect(areas.features[0]).toMatchObject({
      id: 'ben-m-sick',
      properties: {
        names: { ar: 'ابن امسيك', fr: "Ben M'Sick", en: "Ben M'Sick" },
        district: 'd1',
        population: 1200,
      },
    });
  });

  it('reads a single Feature as a list of one', () => {
    expect(loadAreas(feature({ name: 'Gatina' }), { file }).areas.features.map(({ id }) => id)).toEqual(['gatina']);
  });

  it('keeps the shape that Marsad writes, so that reading its own file changes nothing', () => {
    const first = load(
      feature({ names: { ar: 'النصر', fr: 'Ennasr' }, district: null, population: 5 }, [square], { id: 'n' }),
    );
    expect(loadAreas(first.areas, { file })).toEqual({ areas: first.areas, warnings: [] });
  });

  it('reads an Arabic plain name as Arabic, and the languages from name:xx and xx', () => {
    expect(load(feature({ name: 'النصر' })).areas.features[0]?.properties.names).toEqual({ ar: 'النصر' });
    expect(load(feature({ 'name:ar': 'النصر', fr: 'Ennasr' })).areas.features[0]?.properties.names).toEqual({
      ar: 'النصر',
      fr: 'Ennasr',
    });
  });

  it('takes the name from the field it is told', () => {
    const { areas } = loadAreas(collection(feature({ WARD: 'Gatina' })), { file, nameField: 'WARD' });
    expect(areas.features[0]?.id).toBe('gatina');
    expect(refusal(collection(feature({ name: 'x' })), { nameField: 'WARD' }).message).toContain('`WARD`');
  });

  it('makes ids unique in file order, keeps numbers as text, and sorts by id', () => {
    const { areas } = load(
      feature({ name: 'Centre' }),
      feature({ name: 'Centre' }, [eastBy(1)]),
      feature({ name: 'Centre' }, [eastBy(2)], { id: 'centre-2' }),
      feature({ name: 'Gare' }, [eastBy(3)], { id: 7 }),
    );
    expect(areas.features.map(({ id }) => id)).toEqual(['7', 'centre', 'centre-2', 'centre-3']);
  });

  it('refuses two features with one id, and a feature without a name, naming its properties', () => {
    const twice = refusal(
      collection(feature({ name: 'a' }, [square], { id: 'x' }), feature({ name: 'b' }, [square], { id: 'x' })),
    );
    expect(twice.message).toContain('feature 2 (x)');
    expect(twice.message).toContain('feature 1 (x)');
    const nameless = refusal(collection(feature({ code: 12 })));
    expect(nameless.message).toContain('got properties code');
    expect(nameless.remedy).toContain('--name-field');
  });

  it('says which population it cannot read and goes on', () => {
    const { areas, warnings } = load(feature({ name: 'a', population: 'many' }));
    expect(areas.features[0]?.properties.population).toBeNull();
    expect(warnings).toEqual([
      'boundaries.geojson: feature 1 (a): population is left out: expected a whole number, got "many"',
    ]);
  });
});

describe('repairs', () => {
  it('closes rings, turns them, drops repeated vertices and digits beyond the seventh, and says so', () => {
    const outer = [
      [0, 0],
      [0, 1],
      [0, 1.0000000001],
      [1, 1],
      [1, 0],
    ];
    const { areas, warnings } = load(feature({ name: 'a' }, [outer]));
    const geometry = areas.features[0]?.geometry;
    expect(geometry?.coordinates).toEqual([
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ]);
    expect(warnings).toEqual([
      'boundaries.geojson: feature 1 (a): 1 open ring was closed',
      'boundaries.geojson: feature 1 (a): 1 ring ran the wrong way round and was turned',
      'boundaries.geojson: feature 1 (a): 1 repeated vertex was left out (at seven decimals)',
    ]);
  });

  it('keeps vertices in line with their neighbours, where another area may end', () => {
    const { areas } = load(
      feature({ name: 'a' }, [
        [
          [0, 0],
          [0.5, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
    );
    expect(areas.features[0]?.geometry.coordinates[0]).toHaveLength(5);
  });

  it('leaves out altitudes and holes that enclose nothing', () => {
    const flat = [
      [0.2, 0.2],
      [0.2, 0.2],
      [0.2, 0.2],
      [0.2, 0.2],
    ];
    const { areas, warnings } = load(feature({ name: 'a' }, [square.map((position) => [...position, 12]), flat]));
    expect(areas.features[0]?.geometry.coordinates).toHaveLength(1);
    expect(warnings).toContain('boundaries.geojson: feature 1 (a): 1 hole that encloses nothing was left out');
  });

  it('winds every outer ring anticlockwise and every hole clockwise, whatever comes', () => {
    const turn = fc.boolean();
    fc.assert(
      fc.property(turn, turn, (turnOuter, turnHole) => {
        const hole = square.map(([x = 0, y = 0]) => [0.3 + x / 3, 0.3 + y / 3]);
        const rings = [turnOuter ? square.toReversed() : square, turnHole ? hole.toReversed() : hole];
        const geometry = load(feature({ name: 'a' }, rings)).areas.features[0]?.geometry;
        const [outer = [], inner = []] = (geometry?.coordinates ?? []) as [number, number][][];
        expect(outer).toHaveLength(5);
        expect(booleanClockwise(outer)).toBe(false);
        expect(booleanClockwise(inner)).toBe(true);
      }),
    );
  });
});

describe('refusals', () => {
  it('refuses an outline that crosses itself, with the place and how many problems there are', () => {
    const bow = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    const point = { type: 'Feature', properties: { name: 'p' }, geometry: { type: 'Point', coordinates: [0, 0] } };
    const error = refusal(collection(feature({ name: 'bow' }, [bow]), point));
    expect(error.code).toBe('self-intersection');
    expect(error.message).toBe(
      'boundaries.geojson: feature 1 (bow): its outline crosses itself near 1, 1 (and 1 more problem)',
    );
    expect(error.remedy).toContain('Draw the outline anew');
  });

  it('refuses what is not a FeatureCollection of at least one feature', () => {
    for (const input of [null, 12, 'text', [], {}, { type: 'Feature' }, { type: 'FeatureCollection' }])
      expect(refusal(input).message).toMatch(/^boundaries\.geojson: expected a GeoJSON FeatureCollection, got /);
    expect(refusal(collection()).message).toContain('at least one polygon');
  });

  it('refuses points, lines and empty geometries by feature', () => {
    const point = { type: 'Feature', properties: { name: 'p' }, geometry: { type: 'Point', coordinates: [0, 0] } };
    expect(refusal(collection(feature({ name: 'a' }), point)).message).toBe(
      'boundaries.geojson: feature 2 (p): expected a Polygon or MultiPolygon, got a Point',
    );
    expect(refusal(collection({ ...point, geometry: null })).message).toContain('got no geometry');
  });

  it('refuses projected coordinates, names the system the file declares, and says how to reproject', () => {
    const metres = square.map(([x = 0, y = 0]) => [500_000 + x, 3_900_000 + y]);
    const error = refusal({
      ...collection(feature({ name: 'a' }, [metres])),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32632' } },
    });
    expect(error.message).toContain('got [500000, 3900000]');
    expect(error.message).toContain('urn:ogc:def:crs:EPSG::32632');
    expect(error.remedy).toContain('EPSG:4326');
  });

  it('says so when latitude seems to come first', () => {
    const error = refusal(collection(feature({ name: 'a' }, [square.map(([x = 0, y = 0]) => [33 + x, 120 + y])])));
    expect(error.remedy).toContain('longitude first');
  });

  it('warns of a declared reference system other than WGS 84 although the numbers would fit', () => {
    const crs = (name: string) => ({
      ...collection(feature({ name: 'a' })),
      crs: { type: 'name', properties: { name } },
    });
    expect(loadAreas(crs('EPSG:4269'), { file }).warnings.join()).toContain('EPSG:4269');
    expect(loadAreas(crs('urn:ogc:def:crs:OGC:1.3:CRS84'), { file }).warnings).toEqual([]);
    expect(loadAreas(crs('urn:ogc:def:crs:EPSG::4326'), { file }).warnings).toEqual([]);
  });

  it('refuses a file that declares a projected system although its numbers could be degrees', () => {
    const declares = (properties: object) => ({ ...collection(feature({ name: 'a' })), crs: { properties } });
    for (const name of ['EPSG:3857', 'urn:ogc:def:crs:EPSG::26191', 'ESRI:102100', 'WGS 84 / UTM zone 32N']) {
      const error = refusal(declares({ name }));
      expect(error.message).toContain(`feature 1 (a): expected longitude −180 to 180`);
      expect(error.message).toContain(`got [0, 0]; the file declares ${name}`);
      expect(error.remedy).toContain('EPSG:4326');
    }
    expect(refusal(declares({ code: 32_632 })).message).toContain('the file declares EPSG:32632');
    for (const name of ['EPSG:4617', 'urn:ogc:def:crs:EPSG::6318', 'ESRI:104305'])
      expect(loadAreas(declares({ name }), { file }).warnings.join()).toContain(`it declares ${name}`);
  });

  it('says in words where a ring that encloses nothing lies, and which position is none', () => {
    const flat = [
      [10, 30],
      [10.5, 30],
      [11, 30],
      [10, 30],
    ];
    const parts = { type: 'MultiPolygon', coordinates: [[square], [flat]] };
    expect(refusal(collection({ ...feature({ name: 'a' }), geometry: parts })).message).toBe(
      'boundaries.geojson: feature 1 (a): expected an outline that encloses an area, got a point or a line near 10, 30',
    );
    const broken = [
      [0, 0],
      [1, null],
      [1, 1],
      [0, 0],
    ];
    expect(refusal(collection(feature({ name: 'a' }, [square, broken]))).message).toBe(
      'boundaries.geojson: feature 1 (a): ring 2, position 2: expected a position [longitude, latitude], got [1,null] after 0, 0',
    );
    const second = { type: 'MultiPolygon', coordinates: [[square], [broken]] };
    expect(refusal(collection({ ...feature({ name: 'a' }), geometry: second })).message).toContain(
      'part 2, ring 1, position 2: expected a position',
    );
  });

  it('refuses rings that are too short or enclose nothing, and positions that are no numbers', () => {
    expect(
      refusal(
        collection(
          feature({ name: 'a' }, [
            [
              [0, 0],
              [1, 1],
              [0, 0],
            ],
          ]),
        ),
      ).message,
    ).toContain('expected a ring of at least 4 positions, got 3');
    expect(
      refusal(
        collection(
          feature({ name: 'a' }, [
            [
              [0, 0],
              [1, 1],
              [2, 2],
              [0, 0],
            ],
          ]),
        ),
      ).message,
    ).toContain('encloses an area');
    expect(
      refusal(
        collection(
          feature({ name: 'a' }, [
            [
              ['0', 0],
              [1, 1],
              [2, 2],
              [0, 0],
            ],
          ]),
        ),
      ).message,
    ).toContain('got ["0",0]');
    expect(refusal(collection(feature({ name: 'a' }, []))).message).toContain('a list of rings');
    expect(refusal(collection(feature({ name: 'a' }, 7))).message).toContain('a list of rings');
  });

  it('answers values that cannot be made text, and lists deeper than the stack, with an InputError', () => {
    const odd = { toString: 1 };
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    for (const value of [odd, deep]) {
      expect(refusal(value)).toBeInstanceOf(InputError);
      expect(refusal(collection(feature({ name: 'a' }, [square], { id: value })))).toBeInstanceOf(InputError);
      expect(refusal(collection(feature({ name: 'a' }, value)))).toBeInstanceOf(InputError);
      expect(
        refusal(collection({ type: 'Feature', properties: { name: 'a' }, geometry: { type: value } })),
      ).toBeInstanceOf(InputError);
      expect(load(feature({ name: 'a', population: value })).warnings).toHaveLength(1);
      const crs = { ...collection(feature({ name: 'a' })), crs: { properties: { name: value } } };
      expect(loadAreas(crs, { file }).warnings).toEqual([]);
    }
  });

  it('answers any JSON at all with areas or an InputError', () => {
    const anything = fc.jsonValue();
    const shaped = fc.record({
      type: fc.constantFrom('FeatureCollection', 'Feature'),
      features: fc.array(
        fc.record({
          id: anything,
          properties: fc.oneof(anything, fc.record({ name: anything, names: anything }, { requiredKeys: [] })),
          geometry: fc.oneof(
            anything,
            fc.record({ type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point'), coordinates: anything }),
            fc.record({ type: fc.constant('Polygon'), coordinates: fc.array(fc.array(fc.array(fc.double()))) }),
          ),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(anything, shaped), (input) => {
        try {
          expect(areaCollection.safeParse(loadAreas(input, { file }).areas).success).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
