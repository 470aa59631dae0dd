import { kinks, polygon } from '@turf/turf';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCrossings } from '../../src/areas/find-crossings.js';
import { star } from './polygons.js';

it('finds the crossing of a bow tie and none in a square', () => {
  expect(
    findCrossings([
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ]),
  ).toEqual([[1, 1]]);
  expect(findCrossings([star(0, 0, [1, 1, 1, 1])])).toEqual([]);
  expect(findCrossings([])).toEqual([]);
});

it('finds a hole that crosses the outline', () => {
  expect(findCrossings([star(0, 0, [2, 2, 2, 2]), star(1.5, 0, [1, 1, 1, 1])]).length).toBeGreaterThan(0);
});

it('finds a crossing wherever turf finds a kink in a ring of random corners', () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }));
  fc.assert(
    fc.property(
      fc.uniqueArray(corner, { minLength: 4, maxLength: 12, selector: ([x, y]) => x * 2000 + y }),
      (corners) => {
        const ring = [...corners, corners[0] ?? [0, 0]] as [number, number][];
        const found = findCrossings([ring]).length;
        const kinked = kinks(polygon([ring])).features.length;
        // turf also counts edges that only touch, so it may find more.
        expect(found).toBeLessThanOrEqual(kinked);
        if (kinked === 0) expect(found).toBe(0);
      },
    ),
  );
});
