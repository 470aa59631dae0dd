import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/view/coverage.js';
import { hidden, shown } from './make-block.js';

const all = { from: '2026-W14', to: '2026-W39' };
const blocks = [
  shown('a', ['2026-W14', '2026-W20'], { posts: 10 }),
  shown('a', ['2026-W21', '2026-W31'], { posts: 11 }),
  hidden('a', ['2026-W32', '2026-W33']),
  shown('a', ['2026-W34', '2026-W39'], { posts: 12 }),
  shown('a', null, { posts: 13 }),
];

describe('coverageOf', () => {
  it('joins neighbouring blocks into runs and leaves the gap of a hidden one', () => {
    const coverage = coverageOf(blocks, all, true);
    expect(coverage.runs).toEqual([
      { from: '2026-W14', to: '2026-W31' },
      { from: '2026-W34', to: '2026-W39' },
    ]);
    expect([coverage.weeks, coverage.weeksAsked]).toEqual([24, 26]);
  });

  it('counts undated posts only when the range is everything', () => {
    expect(coverageOf(blocks, all, true).inside).toHaveLength(4);
    expect(coverageOf(blocks, { from: '2026-W14', to: '2026-W31' }, false).inside).toHaveLength(2);
  });

  it('sets a block aside that the range cuts, and names it', () => {
    const coverage = coverageOf(blocks, { from: '2026-W15', to: '2026-W31' }, false);
    expect(coverage.cut.map((block) => block.weeks)).toEqual([['2026-W14', '2026-W20']]);
    expect(coverage.runs).toEqual([{ from: '2026-W21', to: '2026-W31' }]);
  });

  it('joins runs across the turn of a year with 53 weeks', () => {
    const winter = [
      shown('a', ['2026-W52', '2026-W53'], { posts: 10 }),
      shown('a', ['2027-W01', '2027-W02'], { posts: 10 }),
    ];
    expect(coverageOf(winter, { from: '2026-W52', to: '2027-W02' }, false).runs).toEqual([
      { from: '2026-W52', to: '2027-W02' },
    ]);
  });

  it('reads only undated blocks where nothing is dated', () => {
    const coverage = coverageOf([shown('a', null, { posts: 13 })], null, true);
    expect([coverage.inside.length, coverage.weeks, coverage.weeksAsked]).toEqual([1, 0, 0]);
  });
});
