import { InputError } from '@marsad/records';
import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAreas } from '../../src/areas/index-areas.js';
import { loadAreas } from '../../src/areas/load-areas.js';
import type { PolygonFeatures } from '../../src/areas/parts.js';
import { crookedCity, seeded, star } from './polygons.js';

/** What the index promises: the first feature that turf says holds the point. */
const byTurf = ({ features }: PolygonFeatures, point: [number, number]): string | undefined => {
  const found = features.find(({ geometry }) => booleanPointInPolygon(point, geometry as never));
  return found && String(found.id);
};

const square = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('indexAreas', () => {
  it('agrees with turf on 20,000 random points over areas with shared crooked borders', () => {
    const city = crookedCity(6, 30);
    const index = indexAreas(city);
    const random = seeded(7);
    for (let point = 0; point < 20_000; point += 1) {
      const [x, y]: [number, number] = [random() * 7 - 0.5, random() * 7 - 0.5];
      expect(index.containing(x, y)).toBe(byTurf(city, [x, y]));
    }
  });

  it('gives every vertex and every midpoint of a shared border to the first area that turf names', () => {
    const city = crookedCity(4, 5);
    const index = indexAreas(city);
    let borderPoints = 0;
    for (const { geometry } of city.features) {
      const ring = (geometry.coordinates as [number, number][][])[0] ?? [];
      ring.forEach((point, at) => {
        const next = ring[at + 1] ?? point;
        const middle: [number, number] = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2];
        for (const [x, y] of [point, middle]) {
          borderPoints += 1;
          expect(index.containing(x, y)).toBe(byTurf(city, [x, y]));
        }
      });
    }
    expect(borderPoints).toBeGreaterThan(700);
  });

  it('agrees with turf on generated stars with holes, in several parts, overlapping or not', () => {
    const radii = fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 3, maxLength: 30 });
    const part = fc
      .tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -8, max: 8 }), radii, fc.boolean())
      .map(([x, y, of, hole]) => [
        star(x, y, of),
        ...(hole
          ? [
              star(
                x,
                y,
                of.map((radius) => radius / 3),
              ),
            ]
          : []),
      ]);
    const city = fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    const coordinate = fc.oneof(fc.double({ min: -12, max: 12, noNaN: true }), fc.integer({ min: -12, max: 12 }));
    fc.assert(
      fc.property(
        city,
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 20, maxLength: 60 }),
        (areas, points) => {
          const collection: PolygonFeatures = {
            features: areas.map((parts, id) => ({ id, geometry: { type: 'MultiPolygon', coordinates: parts } })),
          };
          const index = indexAreas(collection);
          const corners = areas.flat(2).flatMap((ring) => ring.slice(0, 3));
          for (const [x, y] of [...points, ...corners]) expect(index.containing(x, y)).toBe(byTurf(collection, [x, y]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves a hole to the area that fills it', () => {
    const index = indexAreas({
      features: [
        { id: 'ring', geometry: { type: 'Polygon', coordinates: [square(0, 0, 9, 9), square(3, 3, 6, 6)] } },
        { id: 'kernel', geometry: { type: 'Polygon', coordinates: [square(3, 3, 6, 6)] } },
      ],
    });
    expect(index.containing(1, 1)).toBe('ring');
    expect(index.containing(4.5, 4.5)).toBe('kernel');
    expect(index.containing(3, 4)).toBe('ring');
    expect(index.containing(10, 10)).toBeUndefined();
    expect(index.containing(Number.NaN, 1)).toBeUndefined();
  });

  it('finds points under both names of a longitude where areas are written beyond 180', () => {
    const east = indexAreas({
      features: [{ id: 'e', geometry: { type: 'Polygon', coordinates: [square(179, 0, 181, 1)] } }],
    });
    for (const lng of [179.5, 180, -180, -179.5, 180.5]) expect(east.containing(lng, 0.5)).toBe('e');
    for (const lng of [178.5, -178.5, 181.5, 0]) expect(east.containing(lng, 0.5)).toBeUndefined();
    const west = indexAreas({
      features: [{ id: 'w', geometry: { type: 'Polygon', coordinates: [square(-181, 0, -179, 1)] } }],
    });
    for (const lng of [179.5, 180, -180, -179.5]) expect(west.containing(lng, 0.5)).toBe('w');
    for (const lng of [178.5, -178.5, 0]) expect(west.containing(lng, 0.5)).toBeUndefined();
  });

  it('finds both parts of an area on either side of the date line', () => {
    const coordinates = [[square(179, 0, 180, 1)], [square(-180, 0, -179, 1)]];
    const index = indexAreas({ features: [{ id: 12, geometry: { type: 'MultiPolygon', coordinates } }] });
    expect(index.containing(179.5, 0.5)).toBe('12');
    expect(index.containing(-179.5, 0.5)).toBe('12');
    expect(index.containing(180, 0.5)).toBe('12');
    expect(index.containing(0, 0.5)).toBeUndefined();
  });

  it('cuts an outline written across the date line without a cut, as loadAreas does, holes included', () => {
    const ring = (west: number, east: number, south: number, north: number): [number, number][] => [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const coordinates = [ring(179.9, -179.9, 0, 1), ring(179.95, -179.95, 0.4, 0.6)];
    const collection = { features: [{ id: 'a', geometry: { type: 'Polygon' as const, coordinates } }] };
    const feature = { type: 'Feature', properties: { name: 'a' }, geometry: collection.features[0]?.geometry };
    const { areas } = loadAreas({ type: 'FeatureCollection', features: [feature] }, { file: 'a' });
    const [direct, loaded] = [indexAreas(collection), indexAreas(areas)];
    for (const index of [direct, loaded]) {
      for (const lng of [179.92, 180, -180, -179.92]) expect(index.containing(lng, 0.2)).toBe('a');
      for (const lng of [179.8, -179.8, 0]) expect(index.containing(lng, 0.2)).toBeUndefined();
      for (const lng of [179.97, -179.97]) expect(index.containing(lng, 0.5)).toBeUndefined();
    }
  });

  it('refuses what is no collection of polygons with an InputError', () => {
    const geometry = { type: 'Polygon', coordinates: null };
    const ring = { type: 'Polygon', coordinates: [[null]] };
    for (const value of [null, undefined, 7, {}, { features: [null] }, { features: [{ id: 'a', geometry }] }])
      expect(() => indexAreas(value as never)).toThrow(InputError);
    expect(() => indexAreas({ features: [{ id: 'a', geometry: ring }] } as never)).toThrow(InputError);
  });

  it('closes open rings and refuses features without id or of another type', () => {
    const open = square(0, 0, 1, 1).slice(0, 4);
    const index = indexAreas({ features: [{ id: 'a', geometry: { type: 'Polygon', coordinates: [open] } }] });
    expect(index.containing(0.5, 0.5)).toBe('a');
    expect(() => indexAreas({ features: [{ geometry: { type: 'Polygon', coordinates: [open] } }] })).toThrow(/an id/);
    const line = { type: 'LineString', coordinates: open } as never;
    expect(() => indexAreas({ features: [{ id: 'a', geometry: line }] })).toThrow(/expected a Polygon/);
  });

  it('builds over 1,000 areas of 200 vertices within three seconds', () => {
    const city = crookedCity(32, 49);
    const started = performance.now();
    const index = indexAreas(city);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(index.containing(16.5, 16.5)).toBe(byTurf(city, [16.5, 16.5]));
  });
});
