import type { Area } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarseTriangles, polygonFans } from '../../src/map/polygon-fans.js';

type Point = [number, number];
type Rings = Point[][];

const areaOf = (geometry: Area['geometry']): Area =>
  ({
    type: 'Feature',
    id: 'a',
    properties: { names: {}, district: null, population: null },
    geometry,
  }) as unknown as Area;

const square = (west: number, south: number, side: number): Point[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

/** Whether a point is covered by an odd number of the triangles; null where it lies on an edge of one. */
const isOdd = (area: Area, longitude: number, latitude: number): boolean | null => {
  const { origin, positions, triangles } = polygonFans([area]);
  const px = longitude / 360 + 0.5 - origin[0];
  const py = 0.5 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI) - origin[1];
  const side = (a: number, b: number): number => {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [
      positions[2 * a],
      positions[2 * a + 1],
      positions[2 * b],
      positions[2 * b + 1],
    ];
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  };
  let odd = false;
  const of = triangles[0] ?? new Uint32Array();
  for (let at = 0; at < of.length; at += 3) {
    const [a = 0, b = 0, c = 0] = of.slice(at, at + 3);
    const sides = [side(a, b), side(b, c), side(c, a)];
    if (sides.some((one) => Math.abs(one) < 1e-15)) return null;
    if (sides.every((one) => one > 0) || sides.every((one) => one < 0)) odd = !odd;
  }
  return odd;
};

/** The usual way: edges that a ray to the east crosses. */
const isInside = (rings: Rings, x: number, y: number): boolean => {
  let inside = false;
  for (const ring of rings) {
    ring.slice(1).forEach(([bx, by], at) => {
      const [ax, ay] = ring[at] ?? [0, 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  }
  return inside;
};

describe('polygonFans', () => {
  it('covers what lies inside of a star-shaped ring an odd number of times, and nothing else', () => {
    const star = fc.array(fc.double({ min: 0.002, max: 0.01, noNaN: true }), { minLength: 5, maxLength: 24 });
    const at = fc.double({ min: -0.01, max: 0.01, noNaN: true });
    fc.assert(
      fc.property(star, at, at, (radii, x, y) => {
        const ring = radii.map((radius, index): Point => {
          const angle = (2 * Math.PI * index) / radii.length;
          return [10 + radius * Math.cos(angle), 30 + radius * Math.sin(angle)];
        });
        const rings: Rings = [[...ring, ring[0] ?? [0, 0]]];
        const [px, py] = [10 + x, 30 + y];
        // A point on an edge is on neither side: Mercator bends edges by less than this.
        const nearEdge = [-1, 1].some((sign) =>
          [1, -1].some((other) => isInside(rings, px + sign * 4e-6, py + other * 4e-6) !== isInside(rings, px, py)),
        );
        fc.pre(!nearEdge);
        const odd = isOdd(areaOf({ type: 'Polygon', coordinates: rings }), px, py);
        fc.pre(odd !== null);
        expect(odd).toBe(isInside(rings, px, py));
      }),
    );
  });

  it('leaves holes open and fills islands', () => {
    const area = areaOf({
      type: 'MultiPolygon',
      coordinates: [[square(10, 30, 3), square(11, 31, 1)], [square(20, 30, 1)]],
    });
    expect(isOdd(area, 10.4, 30.3)).toBe(true);
    expect(isOdd(area, 11.4, 31.3)).toBe(false);
    expect(isOdd(area, 20.4, 30.3)).toBe(true);
    expect(isOdd(area, 15, 30.3)).toBe(false);
  });

  it('counts positions from a corner of the city, so that they stay exact to a pixel when the map is closest', () => {
    const { positions } = polygonFans([areaOf({ type: 'Polygon', coordinates: [square(10, 30, 0.3)] })]);
    const largest = Math.max(...positions.map(Math.abs));
    expect(largest).toBeGreaterThan(0);
    // Half of the step between two numbers of 32 bits of this size, in pixels of zoom 18.
    expect(largest * 2 ** -24 * 512 * 2 ** 18).toBeLessThan(0.1);
  });

  it('has fewer triangles of the same corners where outlines may be off, and leaves holes open there too', () => {
    const many = Array.from({ length: 40 }, (_, at): Point => {
      const angle = (2 * Math.PI * at) / 40;
      return [10 + Math.cos(angle), 30 + Math.sin(angle)];
    });
    const fans = polygonFans([
      areaOf({ type: 'Polygon', coordinates: [[...many, many[0] ?? [0, 0]], square(9.9, 29.9, 0.2)] }),
    ]);
    const [fine, coarse] = [fans.triangles[0], coarseTriangles(fans, 0.05 / 360)[0]];
    expect(fine?.length).toBe(3 * (38 + 2));
    expect(coarse?.length).toBeLessThan(3 * 20);
    // The hole is a ring of its own: its corners are the last four.
    expect([...(coarse ?? [])].filter((corner) => corner >= 40)).toHaveLength(6);
    expect(coarseTriangles(fans, 0)[0]).toEqual(fine);
  });
});
