import { describe, expect, it } from 'vitest';
import { findClusters } from '../../../src/estimate/clusters/find-clusters.js';
import { hotSpots } from '../../../src/estimate/clusters/getis-ord.js';
import { localMoran } from '../../../src/estimate/clusters/local-moran.js';

const OPTIONS = { permutations: 999, seed: 7 };

describe('localMoran', () => {
  // The example of PySAL's documentation: Smith's ten areas.
  const values = [2.24, 3.1, 4.55, -5.15, -4.39, 0.46, 5.54, 9.02, -2.09, -3.06];
  const around = [
    [2, 4],
    [1, 5],
    [4, 7],
    [1, 3, 5, 8],
    [2, 4, 6, 9],
    [5, 10],
    [3, 8],
    [4, 7, 9],
    [5, 8, 10],
    [6, 9],
  ];
  const key = (number: number): string => String(number).padStart(2, '0');
  const byArea = new Map(values.map((value, index) => [key(index + 1), value]));
  const neighbours = new Map(around.map((others, index) => [key(index + 1), others.map(key)]));

  it('the quadrants are the published ones', () => {
    const quadrants = { 1: 'high-high', 2: 'low-high', 3: 'low-low', 4: 'high-low' } as const;
    const published = [4, 4, 4, 2, 3, 3, 1, 4, 3, 3] as const;
    expect(localMoran(byArea, neighbours, OPTIONS).map(({ quadrant }) => quadrant)).toEqual(
      published.map((number) => quadrants[number]),
    );
  });

  it('the values add up to the global figure by its definition', () => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    let crossed = 0;
    around.forEach((others, index) => {
      for (const other of others)
        crossed += (((values[index] ?? 0) - mean) * ((values[other - 1] ?? 0) - mean)) / others.length;
    });
    const sum = localMoran(byArea, neighbours, OPTIONS).reduce((total, { i }) => total + i, 0);
    expect(sum / (values.length - 1)).toBeCloseTo(crossed / squares, 12);
  });

  it('the same seed gives the same chances', () => {
    const chances = () => localMoran(byArea, neighbours, OPTIONS).map(({ p }) => p);
    expect(chances()).toEqual(chances());
  });
});

describe('hotSpots', () => {
  it('Gi* is as the documentation of PySAL prints it', () => {
    // Six points, neighbours within a distance of 15.
    const points = [
      [10, 10],
      [20, 10],
      [40, 10],
      [15, 20],
      [30, 20],
      [30, 30],
    ] as const;
    const near = ([x, y]: readonly [number, number]) =>
      points.flatMap(([a, b], index) => {
        const distance = Math.hypot(a - x, b - y);
        return distance > 0 && distance <= 15 ? [String(index)] : [];
      });
    const values = new Map([2, 3, 3.2, 5, 8, 7].map((value, index) => [String(index), value]));
    const neighbours = new Map(points.map((point, index) => [String(index), near(point)]));
    const published = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331];
    hotSpots(values, neighbours, OPTIONS).forEach(({ z }, index) => {
      expect(z).toBeCloseTo(published[index] ?? Number.NaN, 6);
    });
  });
});

describe('findClusters', () => {
  const side = 9;
  const grid = Array.from({ length: side * side }, (_, at) => [at % side, Math.floor(at / side)] as const);
  const neighbours = new Map(
    grid.map(([x, y], index) => [
      String(index),
      grid.flatMap(([a, b], other) => (Math.abs(a - x) + Math.abs(b - y) === 1 ? [String(other)] : [])),
    ]),
  );

  it('a block of high figures is found, and nothing far from it', () => {
    const values = new Map(
      grid.map(([x, y], index) => [String(index), (x < 4 && y < 4 ? 10 : 1) + ((index * 7919) % 97) / 97]),
    );
    const { areas, seed, permutations } = findClusters(values, neighbours, { seed: 3 });
    expect({ seed, permutations }).toEqual({ seed: 3, permutations: 9999 });
    const found = areas.filter((area) => area.found !== null).map((area) => Number(area.area));
    expect(found).toContain(10);
    for (const place of found) {
      const [x, y] = grid[place] ?? [side, side];
      expect(Math.max(x, y)).toBeLessThan(6);
    }
  });

  it('figures that are all the same hold no cluster', () => {
    const values = new Map(grid.map((_, index) => [String(index), 0.5]));
    expect(findClusters(values, neighbours, { permutations: 199 }).areas.every(({ found }) => found === null)).toBe(
      true,
    );
  });

  it('an area without neighbours is never a cluster', () => {
    const { areas } = findClusters(
      new Map([
        ['a', 1],
        ['b', 5],
      ]),
      new Map(),
      { permutations: 99 },
    );
    expect(areas.map(({ found, moran }) => ({ found, p: moran.p }))).toEqual([
      { found: null, p: 1 },
      { found: null, p: 1 },
    ]);
  });
});
