import { weeksBetween } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, type WeekRange } from '../../src/view/coverage.js';
import { figuresOfArea } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { widenedRange } from '../../src/view/widened-range.js';
import { makeSnapshot, WEEKS } from '../snapshot/make-snapshot.js';
import { shown } from './make-block.js';

const widen = (range: WeekRange, ...spans: [string, string][]) =>
  widenedRange(
    coverageOf(
      spans.map((span) => shown('a', span, { posts: 20 })),
      range,
      false,
    ).cut,
    range,
  );

/** First and last week of two spans together. */
const ends = (range: WeekRange, span: readonly [string, string]): [string, string] => {
  const all = [...weeksBetween(...WEEKS)].filter((week) => {
    const beforeBoth = week < range.from && week < span[0];
    const afterBoth = week > range.to && week > span[1];
    return !beforeBoth && !afterBoth;
  });
  return [all[0] ?? '', all.at(-1) ?? ''];
};

describe('widenedRange', () => {
  it('reaches to the end of the nearest group, the earlier one of two equally near', () => {
    const groups: [string, string][] = [
      ['2026-W14', '2026-W20'],
      ['2026-W21', '2026-W24'],
    ];
    expect(widen({ from: '2026-W16', to: '2026-W23' }, ...groups)).toEqual({ from: '2026-W16', to: '2026-W24' });
    expect(widen({ from: '2026-W16', to: '2026-W22' }, ...groups)).toEqual({ from: '2026-W14', to: '2026-W22' });
    expect(widen({ from: '2026-W22', to: '2026-W22' }, ...groups)).toEqual({ from: '2026-W21', to: '2026-W24' });
  });

  it('has nothing to offer where nothing is cut', () => {
    expect(widen({ from: '2026-W14', to: '2026-W20' }, ['2026-W14', '2026-W20'])).toBeNull();
  });

  it('shows a figure wherever other weeks are needed, and no shorter range holds a whole group that was cut', () => {
    const weeks = weeksBetween(...WEEKS);
    const index = indexBlocks(makeSnapshot().blocks);
    const shows = (area: string | null, range: WeekRange): boolean =>
      figuresOfArea(area, index.get(area) ?? [], { signal: 'hate', target: 'all', range, whole: false }).rate !== null;
    const end = fc.nat(weeks.length - 1);
    fc.assert(
      fc.property(end, end, (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const range = { from: weeks[first] ?? '', to: weeks[last] ?? '' };
        for (const [area, blocks] of index) {
          const { cut } = coverageOf(blocks, range, false);
          const widened = widenedRange(cut, range);
          if (widened === null || shows(area, range)) continue;
          expect(shows(area, widened)).toBe(true);
          expect(widened.from <= range.from && widened.to >= range.to).toBe(true);
          const least = cut.map(
            ({ weeks: span }) => weeksBetween(...ends(range, span ?? [range.from, range.to])).length,
          );
          expect(weeksBetween(widened.from, widened.to)).toHaveLength(Math.min(...least));
        }
      }),
      { numRuns: 40 },
    );
  });
});
