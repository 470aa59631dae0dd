import { SIGNALS } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BreakdownRow, breakDown } from '../../src/tally/break-down.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { AREAS, anyPosts, inBatches, NO_PROBABILITY, placedPost } from '../placed-posts.js';
import { squareCity } from '../square-city.js';

const areas = squareCity(AREAS);

describe('breakDown', () => {
  it('counts a flagged post in the row of all and in the row of each of its targets', async () => {
    const post = placedPost({
      placements: [{ areaId: 'a', rung: 'mention', weight: 1 }],
      verdict: {
        language: 'ara',
        stance: 'endorsing',
        signals: [{ code: 'hate', probability: 0.9, targets: ['gender', 'other', 'gender'] }],
        probabilities: { ...NO_PROBABILITY, hate: 0.9 },
      },
    });
    const rows = await breakDown(inBatches([post]));
    expect(rows.filter(({ signal, area }) => signal === 'hate' && area === 'a')).toEqual(
      [null, 'gender', 'other'].map((target) => ({
        area: 'a',
        period: '2026-W14',
        signal: 'hate',
        target,
        language: 'ara',
        rung: 'mention',
        posts: 1,
        sources: 1,
        authors: 1,
        flagged: 1,
        probabilitySum: 0.9,
        copies: 0,
      })),
    );
    expect(rows.filter(({ signal }) => signal === 'bridging').map(({ target, flagged }) => [target, flagged])).toEqual([
      [null, 0],
      [null, 0],
    ]);
  });

  it('goes by days, weeks or months', async () => {
    const posts = ['2026-03-31T23:59:59Z', '2026-04-01T00:00:00Z', null].map((publishedAt) =>
      placedPost({ publishedAt }),
    );
    const periods = async (unit: 'day' | 'week' | 'month') => [
      ...new Set((await breakDown(inBatches(posts), { unit })).map(({ period }) => period)),
    ];
    expect(await periods('day')).toEqual(['2026-03-31', '2026-04-01', 'undated']);
    expect(await periods('week')).toEqual(['2026-W14', 'undated']);
    expect(await periods('month')).toEqual(['2026-03', '2026-04', 'undated']);
  });

  it('adds up to the tallies whatever the unit, and does not depend on the order of the posts', async () => {
    const figures = ['posts', 'copies', 'flagged', 'probabilitySum'] as const;
    const sums = (rows: readonly BreakdownRow[]) => {
      const sum = new Map<string, Record<(typeof figures)[number], number>>();
      for (const row of rows.filter(({ target }) => target === null)) {
        const key = `${row.area} ${row.period} ${row.signal}`;
        const before = sum.get(key) ?? { posts: 0, copies: 0, flagged: 0, probabilitySum: 0 };
        for (const figure of figures) before[figure] += row[figure];
        sum.set(key, before);
      }
      return sum;
    };
    await fc.assert(
      fc.asyncProperty(anyPosts(), fc.constantFrom('day', 'week', 'month'), async (posts, unit) => {
        const rows = await breakDown(inBatches(posts), { unit });
        expect(await breakDown(inBatches(posts.toReversed(), 3), { unit })).toEqual(rows);
        const { tallies } = await tallyPosts(inBatches(posts), { areas, unit });
        const byKey = sums(rows);
        expect(byKey.size).toBe(tallies.length * SIGNALS.length);
        for (const { area, period, posts: counted, copies, flagged, probabilitySums } of tallies) {
          for (const signal of SIGNALS) {
            const sum = byKey.get(`${area} ${period} ${signal}`);
            expect(sum).toMatchObject({ posts: counted, copies, flagged: flagged[signal] });
            expect(sum?.probabilitySum).toBeCloseTo(probabilitySums[signal], 3);
          }
        }
        for (const { target, posts: counted, flagged, authors, sources } of rows) {
          if (target !== null) expect(flagged).toBe(counted);
          expect(authors).toBeLessThanOrEqual(counted);
          expect(sources).toBeLessThanOrEqual(counted);
        }
      }),
      { numRuns: 40 },
    );
  });
});
