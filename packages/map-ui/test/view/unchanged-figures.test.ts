import type { Block, IsoWeek } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOfPage, type Question } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { estimate, hidden, shown } from './make-block.js';

const week = (number: number): IsoWeek => `2026-W${String(number).padStart(2, '0')}`;
const AREAS = ['a', 'b', 'c'];
const LAST = 12;

/** Blocks of one place over twelve weeks, as long as the cuts leave them; some hidden, one undated. */
const blocksOf = (area: string | null): fc.Arbitrary<Block[]> =>
  fc
    .record({
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: LAST - 1 }), { maxLength: 5 }),
      posts: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 6, maxLength: 6 }),
      method: fc.constantFrom('labels' as const, 'model-card' as const),
      estimated: fc.boolean(),
    })
    .map(({ cuts, posts, method, estimated }) => {
      const ends = [...cuts.sort((a, b) => a - b), LAST];
      const dated = ends.map((end, at): Block => {
        const weeks: [IsoWeek, IsoWeek] = [week((ends[at - 1] ?? 0) + 1), week(end)];
        const count = posts[at] ?? 0;
        if (count < 20) return hidden(area, weeks);
        const share = count / 200;
        const estimates = { hate: estimate(share, share / 2, Math.min(1, share * 2), { method }) };
        return shown(area, weeks, { posts: count, flagged: { hate: count / 10 }, ...(estimated && { estimates }) });
      });
      return [...dated, shown(area, null, { posts: 30 })];
    });

const city = fc.tuple(...[null, ...AREAS].map(blocksOf)).map((blocks) => indexBlocks(blocks.flat()));

const question = fc
  .record({
    from: fc.integer({ min: 1, max: LAST }),
    length: fc.integer({ min: 0, max: 4 }),
    target: fc.constantFrom('all' as const, 'gender' as const, 'severity-4-5' as const),
  })
  .map(({ from, length, target }): Question => {
    const range = { from: week(from), to: week(Math.min(LAST, from + length)) };
    return { signal: 'hate', target, range, whole: false };
  });

describe('figures with the last answer at hand', () => {
  it('are the same as without it, whatever was asked before', () => {
    fc.assert(
      fc.property(city, fc.array(question, { minLength: 2, maxLength: 6 }), (index, questions) => {
        let answered: { question: Question; page: ReturnType<typeof figuresOfPage> } | undefined;
        for (const asked of questions) {
          const page = figuresOfPage(AREAS, index, asked, new Map(), answered);
          expect(page).toEqual(figuresOfPage(AREAS, index, asked));
          answered = { question: asked, page };
        }
      }),
    );
  });

  it('are those of the last answer itself where a week more changes nothing of an area', () => {
    const index = indexBlocks([
      shown(null, [week(1), week(12)], { posts: 90 }),
      shown('a', [week(3), week(4)], { posts: 30 }),
      shown('b', [week(3), week(6)], { posts: 30 }),
    ]);
    const asked = (from: number): Question => ({
      signal: 'hate',
      target: 'all',
      range: { from: week(from), to: week(from + 4) },
      whole: false,
    });
    const before = figuresOfPage(AREAS, index, asked(1));
    const page = figuresOfPage(AREAS, index, asked(2), new Map(), { question: asked(1), page: before });
    expect(page.byArea.get('a')).toBe(before.byArea.get('a'));
    expect(page.byArea.get('c')).toBe(before.byArea.get('c'));
    expect([before.byArea.get('b')?.class, page.byArea.get('b')?.posts]).toEqual(['other-weeks', 30]);
  });
});
