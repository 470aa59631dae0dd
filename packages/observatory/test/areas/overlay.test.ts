import type { Position } from '@marsad/records';
import { area, featureCollection, intersect, polygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOverlaps } from '../../src/areas/find-overlaps.js';
import { overlay } from '../../src/areas/overlay.js';
import { crookedCity, star } from './polygons.js';

const rounded = (ring: readonly Position[]): Position[] =>
  ring.map(([x, y]): Position => [Number(x.toFixed(7)), Number(y.toFixed(7))]);
const radii = fc.array(fc.double({ min: 0.01, max: 0.05, noNaN: true }), { minLength: 3, maxLength: 25 });

describe('overlay', () => {
  it('measures what turf measures: each area and what two have in common', () => {
    fc.assert(
      fc.property(radii, radii, fc.double({ min: -0.03, max: 0.03, noNaN: true }), (first, second, shift) => {
        const a = rounded(star(10, 45, first));
        const b = rounded(star(10 + shift, 45.01, second));
        let common = 0;
        const sizes = [0, 0];
        overlay(
          [[[a]], [[b]]],
          (owners, squareKm) => {
            for (const owner of owners) sizes[owner] = (sizes[owner] ?? 0) + squareKm;
            if (owners.length === 2) common += squareKm;
          },
          'here',
        );
        const shared = intersect(featureCollection([polygon([a]), polygon([b])]));
        expect(sizes[0]).toBeCloseTo(area(polygon([a])) / 1e6, 1);
        expect(sizes[1]).toBeCloseTo(area(polygon([b])) / 1e6, 1);
        expect(common).toBeCloseTo(shared === null ? 0 : area(shared) / 1e6, 1);
      }),
      { numRuns: 60 },
    );
  });

  it('finds no ground held twice where neighbours share their borders', () => {
    const parts = crookedCity(5, 20).features.map(({ geometry }) =>
      (geometry.coordinates as Position[][]).map((ring) => rounded(ring)),
    );
    expect(
      findOverlaps(
        parts.map((rings) => [rings]),
        'here',
      ),
    ).toEqual({ overlaps: [], twice: 0 });
  });

  it('tells how much two areas overlap, of which the smaller, and where', () => {
    const box = (west: number, east: number): Position[][][] => [
      [
        [
          [west, 0],
          [east, 0],
          [east, 0.1],
          [west, 0.1],
          [west, 0],
        ],
      ],
    ];
    const { overlaps, twice } = findOverlaps([box(0, 0.3), box(0.2, 0.3), box(0.29, 0.4)], 'here');
    expect(overlaps.map(({ pair, share }) => [pair, Number(share.toFixed(4))])).toEqual([
      [[1, 0], 1],
      [[1, 2], 0.1],
      [[2, 0], 0.0909],
    ]);
    expect(twice).toBeCloseTo(0.25, 6);
    expect(overlaps[0]?.position[0]).toBeGreaterThan(0.2);
    expect(overlaps[0]?.squareKm).toBeCloseTo(123.6, 0);
  });
});
