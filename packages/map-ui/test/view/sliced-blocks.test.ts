import { describe, expect, it } from 'vitest';
import { codesTold, slicedBlocks } from '../../src/view/sliced-blocks.js';
import { trendOf } from '../../src/view/trend.js';
import { flaggedOf, hidden, shown } from './make-block.js';

const blocks = [
  shown('a', ['2026-W14', '2026-W20'], {
    posts: 40,
    flagged: { hate: 9 },
    languages: { fra: 16 },
    rungs: { mention: 40 },
    flaggedBy: { posts: 40, languages: { fra: flaggedOf(6) }, rungs: { mention: flaggedOf(9) } },
  }),
  shown('a', ['2026-W21', '2026-W30'], { posts: 20, flagged: { hate: 2 }, languages: { fra: 20 } }),
  hidden('a', ['2026-W31', '2026-W39'], 'too-few-authors'),
];

describe('slicedBlocks', () => {
  it('leaves blocks as they are where no language, rung or severity is asked for', () => {
    expect(slicedBlocks(blocks, 'all')).toBe(blocks);
    expect(slicedBlocks(blocks, 'gender')).toBe(blocks);
  });

  it('holds of a language its posts and flagged posts, and hides what does not tell them', () => {
    expect(slicedBlocks(blocks, 'language-fra')).toMatchObject([
      { status: 'shown', figures: { posts: 16, flagged: { hate: 6 } } },
      { status: 'suppressed', reason: 'code-not-told' },
      { status: 'suppressed', reason: 'too-few-authors' },
    ]);
  });

  it('makes the steps of a trend of the same numbers', () => {
    expect(trendOf(blocks, 'hate', 'language-fra')).toMatchObject([
      { shown: true, posts: 16, flagged: 6 },
      { shown: false, reason: 'code-not-told' },
      { shown: false, reason: 'too-few-authors' },
    ]);
  });
});

it('the languages and rungs that can be asked for are those told with what is flagged of them', () => {
  expect(codesTold(blocks)).toEqual({ languages: ['fra'], rungs: ['mention'] });
  expect(codesTold(blocks.slice(1))).toEqual({ languages: [], rungs: [] });
});
