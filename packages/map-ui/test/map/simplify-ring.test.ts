import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededCorners } from '../../src/map/simplify-ring.js';

type Point = [number, number];

const distance = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
};

describe('neededCorners', () => {
  it('leaves every corner within the tolerance of an edge that is kept, and at least a triangle', () => {
    const coordinate = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 }),
        fc.double({ min: 0, max: 12, noNaN: true }),
        (ring, tolerance) => {
          const kept = neededCorners(ring, tolerance);
          expect(kept.length).toBeGreaterThanOrEqual(3);
          expect([...new Set(kept)].sort((a, b) => a - b)).toEqual(kept);
          const corners = kept.map((at): Point => ring[at] ?? [Number.NaN, Number.NaN]);
          const edges = corners.map((from, at): [Point, Point] => [from, corners[(at + 1) % corners.length] ?? from]);
          for (const corner of ring)
            expect(Math.min(...edges.map(([from, to]) => distance(corner, from, to)))).toBeLessThanOrEqual(
              tolerance + 1e-9,
            );
        },
      ),
    );
  });

  it('keeps the four corners of a square whose sides have corners of their own', () => {
    const ring: Point[] = [0, 1, 2, 3].flatMap((side) =>
      [0, 0.25, 0.5, 0.75].map((along): Point => {
        const points: Point[] = [
          [along, 0],
          [1, along],
          [1 - along, 1],
          [0, 1 - along],
        ];
        return points[side] ?? [0, 0];
      }),
    );
    expect(neededCorners(ring, 0.01)).toEqual([0, 4, 8, 12]);
    expect(neededCorners(ring, 0)).toEqual([0, 4, 8, 12]);
  });
});
