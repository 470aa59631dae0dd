import { describe, expect, it } from 'vitest';
import { trendPath, trendPoints, weeksOfAll } from '../../src/region/trend-points.js';
import { makeRegion } from './make-region.js';

const frame = { end: 0.2, width: 100, height: 50, rightToLeft: false };

describe('the trend of a city', () => {
  it('tells shares of posts block by block, and nothing where the block is hidden', () => {
    const [city] = makeRegion(1, 8).cities;
    if (!city) throw new Error('no city');
    const points = trendPoints(city, 'hate', 'flagged');
    expect(points).toHaveLength(8);
    expect(points[0]?.share).toBe(10 / 400);
    expect(points[6]?.share).toBeNull();
    expect(trendPoints(city, 'hate', 'corrected').every(({ share }) => share === null)).toBe(true);
    expect(weeksOfAll([city])).toEqual(['2025-W01', '2025-W08']);
    expect(weeksOfAll([])).toBeNull();
  });

  it('is a line over the weeks of each block, broken where one is not told, and turned round for Arabic', () => {
    const points = [
      { weeks: ['2025-W01', '2025-W01'], share: 0.1 },
      { weeks: ['2025-W02', '2025-W02'], share: 0.2 },
      { weeks: ['2025-W03', '2025-W03'], share: null },
      { weeks: ['2025-W04', '2025-W04'], share: 0 },
    ] as const;
    const weeks = ['2025-W01', '2025-W04'] as const;
    expect(trendPath(points, { ...frame, weeks })).toBe('M0 25L25 25L25 0L50 0M75 50L100 50');
    expect(trendPath(points, { ...frame, weeks, rightToLeft: true })).toBe('M100 25L75 25L75 0L50 0M25 50L0 50');
  });
});
