import type { Area } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { dissolve } from '../../src/map/dissolve.js';

type Ring = [number, number][];

const square = (x: number, y: number, size = 1): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...coordinates: Ring[]): Area['geometry'] => ({ type: 'Polygon', coordinates });
const turned = (ring: Ring): Ring => [...ring].reverse();

const areaOf = (rings: readonly Ring[]): number =>
  rings.reduce(
    (sum, ring) =>
      sum + ring.reduce((all, [x, y], at) => all + x * (ring[at + 1]?.[1] ?? y) - (ring[at + 1]?.[0] ?? x) * y, 0) / 2,
    0,
  );

const ringsOf = (geometry: Area['geometry']): Ring[] =>
  (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) as Ring[];

describe('dissolve', () => {
  it('leaves out the border of two neighbours, whichever way their rings run', () => {
    for (const second of [square(1, 0), turned(square(1, 0))]) {
      const rings = ringsOf(dissolve([polygon(square(0, 0)), polygon(second)]));
      expect(rings).toHaveLength(1);
      expect(rings[0]).toHaveLength(7);
      expect(areaOf(rings)).toBe(2);
    }
  });

  it('keeps areas apart that do not touch, and those that meet in a corner', () => {
    expect(ringsOf(dissolve([polygon(square(0, 0)), polygon(square(5, 5))]))).toHaveLength(2);
    expect(areaOf(ringsOf(dissolve([polygon(square(0, 0)), polygon(square(1, 1))])))).toBe(2);
  });

  it('makes a hole of what the areas go round, and none where another fills it', () => {
    const around = [
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [2, 1],
      [0, 2],
      [1, 2],
      [2, 2],
    ].map(([x = 0, y = 0]) => polygon(square(x, y)));
    const ring = dissolve(around);
    expect(ring.type === 'MultiPolygon' && ring.coordinates.map((parts) => parts.length)).toEqual([2]);
    expect(areaOf(ringsOf(ring))).toBe(8);
    expect(areaOf(ringsOf(dissolve([...around, polygon(square(1, 1))])))).toBe(9);
  });
});
