import type { AreaCollection } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosswalk } from '../../src/areas/crosswalk.js';

/** Bands of one degree's height from border to border. */
const bands = (borders: readonly number[], prefix: string): AreaCollection => ({
  type: 'FeatureCollection',
  features: borders.slice(1).map((east, at) => {
    const west = borders[at] ?? 0;
    const ring: [number, number][] = [
      [west, 0],
      [east, 0],
      [east, 1],
      [west, 1],
      [west, 0],
    ];
    return {
      type: 'Feature',
      id: `${prefix}${at}`,
      properties: { names: { en: `${prefix}${at}` }, district: null, population: null },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  }),
});

describe('crosswalk', () => {
  it('says which share of each old area lies in which new one, and what lies in none', () => {
    const rows = crosswalk(bands([0, 1, 2], 'old'), bands([0.5, 1.25, 3], 'new'));
    expect(
      rows.map(({ oldId, newId, shareOfOld, shareOfNew }) => [
        oldId,
        newId,
        Number(shareOfOld.toFixed(4)),
        Number(shareOfNew.toFixed(4)),
      ]),
    ).toEqual([
      ['old0', 'new0', 0.5, 0.6667],
      ['old0', null, 0.5, 0],
      ['old1', 'new0', 0.25, 0.3333],
      ['old1', 'new1', 0.75, 0.4286],
      [null, 'new1', 0, 0.5714],
    ]);
  });

  it('keeps every total: the shares of an old area add up to 1, and so do those of a new one', () => {
    const borders = fc
      .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 9 })
      .map((list) => list.sort((a, b) => a - b).map((x) => x / 100));
    fc.assert(
      fc.property(borders, borders, (before, after) => {
        const rows = crosswalk(bands(before, 'o'), bands(after, 'n'));
        const sums = new Map<string, number>();
        for (const { oldId, newId, shareOfOld, shareOfNew } of rows) {
          if (oldId !== null) sums.set(oldId, (sums.get(oldId) ?? 0) + shareOfOld);
          if (newId !== null) sums.set(newId, (sums.get(newId) ?? 0) + shareOfNew);
        }
        expect(sums.size).toBe(before.length + after.length - 2);
        for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });

  it('counts ground that two areas of one version hold for the first of them, as the index does', () => {
    const twice = bands([0, 1], 'new');
    const [only] = twice.features;
    const after: AreaCollection = { ...twice, features: only ? [only, { ...only, id: 'again' }] : [] };
    expect(crosswalk(bands([0, 1], 'old'), after).map(({ newId, shareOfOld }) => [newId, shareOfOld])).toEqual([
      ['new0', 1],
    ]);
  });
});
