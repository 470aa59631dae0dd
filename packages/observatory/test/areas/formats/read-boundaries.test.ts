import { InputError } from '@marsad/records';
import fc from 'fast-check';
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { checkAreas } from '../../../src/areas/check-areas.js';
import { readBoundaries } from '../../../src/areas/formats/read-boundaries.js';
import { dbfOf, geopackageOf, shapefileOf, shpOf, TWO_AREAS, zipOf } from './made-files.js';

const file = 'wards.bin';
const geojson = {
  type: 'FeatureCollection' as const,
  features: TWO_AREAS.map(({ name, rings }) => ({
    type: 'Feature' as const,
    properties: { name },
    geometry: { type: 'Polygon' as const, coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])) },
  })),
};
const asBytes = (json: unknown, before = ''): Buffer => Buffer.from(before + JSON.stringify(json));
const topojson = (layers: Record<string, typeof geojson> = { wards: geojson }) => topology(layers, 1e5);
const refusal = async (bytes: Buffer, layer?: string): Promise<InputError> => {
  const error: unknown = await readBoundaries(bytes, { file, layer }).catch((cause: unknown) => cause);
  if (error instanceof InputError) return error;
  throw new Error(`expected a refusal, got ${JSON.stringify(error)}`);
};

describe('every format', () => {
  it.each([
    ['GeoJSON', asBytes(geojson)],
    ['GeoJSON behind a byte order mark', asBytes(geojson, '\uFEFF')],
    ['TopoJSON', asBytes(topojson())],
    ['Shapefile', shapefileOf(TWO_AREAS)],
    ['GeoPackage', geopackageOf(TWO_AREAS)],
  ])('%s gives the same areas', async (_, bytes) => {
    const list = await readBoundaries(bytes, { file });
    const { areas, problems } = checkAreas([{ file, list }], { fields: { name: {} } });
    expect(problems).toEqual([]);
    expect(areas?.features.map(({ id, properties, geometry }) => [id, properties.names, geometry])).toEqual([
      [
        'bab-el-bahr',
        { en: 'Bab El Bahr' },
        {
          type: 'Polygon',
          coordinates: [
            expect.arrayContaining(
              [
                [10, 36],
                [11, 36],
                [11, 37],
                [10, 37],
              ].map(near),
            ),
          ],
        },
      ],
      [
        'باب-سويقة',
        { ar: 'باب سويقة' },
        { type: 'Polygon', coordinates: [expect.any(Array), expect.arrayContaining([near([11.4, 36.4])])] },
      ],
    ]);
  });

  it('any bytes are read or refused with an InputError, never a crash', async () => {
    const starts = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('SQLite format 3\u0000'), Buffer.from('{')];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(Buffer.alloc(0), ...starts), fc.uint8Array({ maxLength: 400 }), async (a, b) => {
        expect((await refusal(Buffer.concat([a, Buffer.from(b)]))).message).toContain(file);
      }),
      { numRuns: 500 },
    );
  });

  it('a sound file with bytes changed anywhere is read or refused, never a crash', async () => {
    const sound = [shapefileOf(TWO_AREAS), geopackageOf(TWO_AREAS), asBytes(topojson())];
    const change = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sound),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (of, changes) => {
          const bytes = Buffer.from(of);
          for (const [share, byte] of changes) bytes[Math.floor(share * bytes.length)] = byte;
          await readOrRefuse(bytes);
        },
      ),
      { numRuns: 600 },
    );
  });
});

/** Coordinates may have been rounded to a grid. */
const near = ([x, y]: readonly number[]): unknown => [expect.closeTo(x ?? 0, 4), expect.closeTo(y ?? 0, 4)];

const readOrRefuse = async (bytes: Buffer): Promise<void> => {
  try {
    const list = await readBoundaries(bytes, { file });
    checkAreas([{ file, list }]);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
  }
};

describe('Shapefile', () => {
  it('with bytes changed in the .shp or .dbf is read or refused, never a crash', async () => {
    const change = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), async (changes, inTable) => {
        const shp = shpOf(TWO_AREAS);
        const dbf = dbfOf('name', ['a', 'b']);
        const target = inTable ? dbf : shp;
        for (const [share, byte] of changes) target[Math.floor(share * target.length)] = byte;
        await readOrRefuse(
          zipOf([
            { name: 'w.shp', bytes: shp },
            { name: 'w.dbf', bytes: dbf },
          ]),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('in a projected system is refused with its name and the first spot; another geographic one is warned of', async () => {
    const check = async (prj: string) =>
      checkAreas([{ file, list: await readBoundaries(shapefileOf(TWO_AREAS, { prj }), { file }) }]);
    const { problems, warnings } = await check('PROJCS["Merchich / Nord Maroc",GEOGCS["Merchich"]]');
    expect(problems).toHaveLength(1);
    expect(warnings).toEqual(['wards.bin: 1 more feature lies outside WGS 84']);
    expect(problems[0]?.error.message).toContain('got [10, 36]; the file declares Merchich / Nord Maroc');
    expect(problems[0]?.error.remedy).toContain('EPSG:4326');
    expect((await check('GEOGCS["Merchich",DATUM["Merchich"]]')).warnings.join()).toContain('Merchich');
    expect((await check('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]')).warnings).toEqual([]);
  });

  it('keeps a hole outside its shell, which shpjs drops, so that the check can say where it lies', async () => {
    const [first, second] = TWO_AREAS;
    const hole = second?.rings[1] ?? [];
    const bytes = shapefileOf([{ name: 'x', rings: [first?.rings[0] ?? [], hole] }]);
    const { problems } = checkAreas([{ file, list: await readBoundaries(bytes, { file }) }]);
    expect(problems.map(({ error }) => error.message)).toEqual([
      'wards.bin: feature 1: a hole lies outside its shell near 11.4, 36.4',
    ]);
  });

  it('wound as its standard asks needs no repair', async () => {
    const list = await readBoundaries(shapefileOf(TWO_AREAS), { file });
    expect(checkAreas([{ file, list }]).repairs).toEqual([]);
  });

  it('of lines is refused, and so are records that point backwards', async () => {
    expect((await refusal(zipOf([{ name: 'l.shp', bytes: shpOf(TWO_AREAS, 3) }]))).message).toContain('shape type 3');
    const backwards = shpOf(TWO_AREAS);
    backwards.writeInt32BE(-4, 104);
    expect((await refusal(zipOf([{ name: 'l.shp', bytes: backwards }]))).message).toContain('a length of -8 bytes');
    const manyParts = shpOf(TWO_AREAS);
    manyParts.writeInt32LE(2_000_000_000, 144);
    expect((await refusal(zipOf([{ name: 'l.shp', bytes: manyParts }]))).message).toContain('2000000000 parts');
  });

  it('whose table promises four billion rows is refused before they are made up', async () => {
    const dbf = dbfOf('name', ['a', 'b']);
    dbf.writeUInt32LE(4_000_000_000, 4);
    const error = await refusal(
      zipOf([
        { name: 'w.shp', bytes: shpOf(TWO_AREAS) },
        { name: 'w.dbf', bytes: dbf },
      ]),
    );
    expect(error.message).toContain('4000000000 rows');
  });
});

describe('ZIP archives', () => {
  const shp = { name: 'w.shp', bytes: shpOf(TWO_AREAS) };

  it('that unpack to more than they say, or to more than the limit, are refused', async () => {
    const bomb = Buffer.alloc(2_000_000);
    expect((await refusal(zipOf([{ name: 'w.shp', bytes: bomb, claim: 1000 }]))).message).toContain('w.shp damaged');
    const claims = await refusal(zipOf([{ ...shp, claim: 300 * 1024 * 1024 }]));
    expect(claims.code).toBe('too-large');
    expect(claims.message).toContain('bytes when unpacked');
  });

  it('may hold their files stored; other files in them are not unpacked', async () => {
    const list = await readBoundaries(
      zipOf([
        { ...shp, stored: true },
        { name: 'read me.txt', bytes: Buffer.alloc(10), claim: 4_000_000_000 },
        { name: '__MACOSX/w.shp', bytes: Buffer.alloc(10) },
      ]),
      { file },
    );
    expect(list.features).toHaveLength(2);
  });

  it('that are encrypted, torn or without a Shapefile are refused in words', async () => {
    expect((await refusal(zipOf([{ ...shp, flags: 1 }]))).message).toContain('w.shp encrypted');
    expect((await refusal(zipOf([shp]).subarray(0, 100))).message).toContain('no directory');
    expect((await refusal(zipOf([{ name: 'a.txt', bytes: Buffer.alloc(1) }]))).message).toContain('one layer');
  });
});

describe('layers', () => {
  it('are asked for where there are several, and named', async () => {
    const both = { wards: geojson, districts: { ...geojson, features: geojson.features.slice(0, 1) } };
    const error = await refusal(asBytes(topojson(both)));
    expect(error.message).toContain('got 2: wards, districts');
    expect(error.remedy).toContain('--layer');
    expect((await readBoundaries(asBytes(topojson(both)), { file, layer: 'districts' })).features).toHaveLength(1);
    expect((await refusal(asBytes(topojson(both)), 'streets')).message).toContain('expected a layer streets');
  });
});

describe('GeoJSON', () => {
  it('of a single Feature is a list of one, and the system it declares is kept', async () => {
    const crs = { type: 'name', properties: { name: 'EPSG:26191' } };
    const list = await readBoundaries(asBytes({ ...geojson.features[0], crs }), { file });
    expect(list.features).toHaveLength(1);
    expect(checkAreas([{ file, list }]).problems[0]?.error.message).toContain('the file declares EPSG:26191');
  });
});

describe('TopoJSON', () => {
  it('whose object is one geometry by itself is read like a collection of one', async () => {
    const whole = topojson();
    const [, second] = (whole.objects.wards as unknown as { geometries: { type: string; arcs: unknown }[] }).geometries;
    for (const object of [second, { ...second, type: 'MultiPolygon', arcs: [second?.arcs] }]) {
      const list = await readBoundaries(asBytes({ ...whole, objects: { wards: object } }), { file });
      const { areas, problems } = checkAreas([{ file, list }]);
      expect(problems).toEqual([]);
      expect(areas?.features.map(({ properties, geometry }) => [properties.names, geometry.type])).toEqual([
        [{ ar: 'باب سويقة' }, 'Polygon'],
      ]);
    }
  });

  it('is refused for arcs that are not there', async () => {
    const broken = { ...topojson(), arcs: [] };
    expect((await refusal(asBytes(broken))).code).toBe('bad-topology');
  });

  it('whose arcs would unfold to more vertices than a city has is refused before they do', async () => {
    const arc = Array.from({ length: 5000 }, (_, at) => [at / 1000, at / 1000]);
    const geometries = Array.from({ length: 500 }, () => ({ type: 'Polygon', arcs: [[0, 0, 0, 0]] }));
    const error = await refusal(
      asBytes({ type: 'Topology', arcs: [arc], objects: { w: { type: 'GeometryCollection', geometries } } }),
    );
    expect(error.code).toBe('too-large');
  });
});

describe('GeoPackage', () => {
  it('in a projected system is refused with its name, even where its numbers could be degrees', async () => {
    const bytes = geopackageOf(TWO_AREAS, { definition: 'PROJCS["WGS 84 / UTM zone 32N"]' });
    const { problems } = checkAreas([{ file, list: await readBoundaries(bytes, { file }) }]);
    expect(problems[0]?.error.message).toContain('the file declares WGS 84 / UTM zone 32N');
  });

  it('whose layer is a view is refused: a view could run without end', async () => {
    const more = `create view endless as with recursive n(x) as (select 1 union all select x + 1 from n)
      select x as fid, 'a' as name, geom from n, wards;
      update gpkg_geometry_columns set table_name = 'endless'`;
    expect((await refusal(geopackageOf(TWO_AREAS, { more }))).message).toContain(
      'expected one layer of polygons, got 0',
    );
  });

  it('with a geometry that is none is refused by its row; a database that is no GeoPackage in words', async () => {
    const broken = geopackageOf(TWO_AREAS, { more: `update wards set geom = x'00112233' where fid = 2` });
    expect((await refusal(broken)).message).toContain('wards: row 2');
    const other = geopackageOf(TWO_AREAS, { more: 'drop table gpkg_geometry_columns' });
    expect((await refusal(other)).message).toContain('expected a GeoPackage');
  });

  it('written with a write-ahead log is read from memory all the same', async () => {
    const bytes = Buffer.from(geopackageOf(TWO_AREAS));
    bytes[18] = 2;
    bytes[19] = 2;
    expect((await readBoundaries(bytes, { file })).features).toHaveLength(2);
  });
});
