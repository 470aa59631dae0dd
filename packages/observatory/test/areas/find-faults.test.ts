import { InputError, type Position } from '@marsad/records';
import { kinks, polygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFaults } from '../../src/areas/find-faults.js';
import { star } from './polygons.js';

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const faults = (...parts: Position[][][]) => findFaults(parts, 'here');

describe('findFaults', () => {
  it('finds the crossing of a bow tie and nothing in a square', () => {
    const bow: Position[] = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    expect(faults([bow])).toEqual([{ kind: 'self-intersection', position: [1, 1] }]);
    expect(faults([square(0, 0, 1)])).toEqual([]);
  });

  it('finds a spike, an edge that is walked twice, and a ring that passes one point twice', () => {
    const spike: Position[] = [
      [0, 0],
      [2, 0],
      [3, 0],
      [2, 0],
      [2, 2],
      [0, 0],
    ];
    expect(faults([spike]).map(({ kind }) => kind)).toContain('self-intersection');
    const eight: Position[] = [
      [0, 0],
      [1, 1],
      [2, 0],
      [2, 2],
      [1, 1],
      [0, 2],
      [0, 0],
    ];
    expect(faults([eight])).toEqual([{ kind: 'self-touch', position: [1, 1] }]);
  });

  it('finds holes outside, holes within holes, and holes that cross or lie along their shell', () => {
    expect(faults([square(0, 0, 9), square(20, 0, 1)])[0]?.kind).toBe('hole-outside');
    expect(faults([square(0, 0, 9), square(9, 9, 1)])[0]?.kind).toBe('hole-outside');
    expect(faults([square(0, 0, 9), square(2, 2, 4), square(3, 3, 1)])[0]?.kind).toBe('nested-holes');
    expect(faults([square(0, 0, 9), square(3, 3, 1), square(2, 2, 4)])[0]?.kind).toBe('nested-holes');
    expect(faults([square(0, 0, 9), square(8, 8, 4)])[0]?.kind).toBe('self-intersection');
    expect(faults([square(0, 0, 9), square(0, 2, 4)])[0]?.kind).toBe('self-intersection');
  });

  it('finds a hole that crosses its shell in corners alone', () => {
    const shell: Position[] = [
      [0, 0],
      [4, 0],
      [4, 2],
      [4, 4],
      [0, 4],
      [0, 2],
      [0, 0],
    ];
    const hole: Position[] = [
      [2, 1],
      [4, 2],
      [6, 3],
      [2, 3],
      [2, 1],
    ];
    expect(faults([shell, hole])[0]?.kind).toBe('self-intersection');
  });

  it('lets holes touch their shell and each other in a point, and lets parts lie in holes', () => {
    const diamond: Position[] = [
      [0, 4],
      [2, 2],
      [4, 4],
      [2, 6],
      [0, 4],
    ];
    const next: Position[] = [
      [4, 4],
      [6, 2],
      [8, 4],
      [6, 6],
      [4, 4],
    ];
    expect(faults([square(0, 0, 9), diamond, next])).toEqual([]);
    expect(faults([square(0, 0, 9), square(2, 2, 4)], [square(3, 3, 1)])).toEqual([]);
  });

  it('finds parts that lie on each other', () => {
    expect(faults([square(0, 0, 9)], [square(2, 2, 4)])[0]?.kind).toBe('parts-overlap');
    expect(faults([square(0, 0, 9), square(2, 2, 4)], [square(7, 7, 1)])[0]?.kind).toBe('parts-overlap');
    expect(faults([square(0, 0, 9)], [square(5, 5, 9)])[0]?.kind).toBe('self-intersection');
    expect(faults([square(0, 0, 1)], [square(5, 5, 1)])).toEqual([]);
  });

  it('names a spot once and no more than ten spots', () => {
    const zigzag: Position[] = [
      ...Array.from({ length: 40 }, (_, at): Position => [at, at % 2]),
      ...Array.from({ length: 40 }, (_, at): Position => [39 - at, (at + 1) % 2]),
      [0, 0],
    ];
    expect(faults([zigzag])).toHaveLength(10);
  });

  it('finds nothing in star-shaped rings of any radii', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.3, max: 3, noNaN: true }), { minLength: 3, maxLength: 40 }), (radii) => {
        const rounded = star(0, 0, radii).map(([x, y]): Position => [Number(x.toFixed(7)), Number(y.toFixed(7))]);
        expect(faults([rounded])).toEqual([]);
      }),
    );
  });

  it('finds something exactly where turf finds a kink in a ring of random corners', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(corner, { minLength: 4, maxLength: 12, selector: ([x, y]) => x * 2000 + y }),
        (corners) => {
          const ring = [...corners, corners[0] ?? [0, 0]].map(([x, y]): Position => [x / 100, y / 100]);
          const kinked = kinks(polygon([ring])).features.length > 0;
          if (kinked) expect(faults([ring]).length).toBeGreaterThan(0);
          else expect(faults([ring]).filter(({ kind }) => kind === 'self-intersection')).toEqual([]);
        },
      ),
    );
  });

  it('refuses an outline of more rings than any city has', () => {
    const many = Array.from({ length: 10_001 }, (_, at) => [square(at / 100, 0, 0.001)]);
    expect(() => faults(...many)).toThrow(InputError);
  });
});
