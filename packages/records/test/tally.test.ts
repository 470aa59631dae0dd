import { describe, expect, it } from 'vitest';
import { block } from '../src/tally.js';

const hidden = { area: 'a', weeks: ['2026-W14', '2026-W15'], status: 'suppressed', reason: 'too-few-posts' };

describe('block', () => {
  it('passes over fields of later versions that hold words', () => {
    expect(block.parse({ ...hidden, note: 'kept back' })).toEqual(hidden);
  });

  it.each([
    ['a number', { posts: 3 }],
    ['a list', { history: [3] }],
    ['a table', { figures: { posts: 3 } }],
  ])('refuses a hidden block that carries %s', (_, more) => {
    expect(block.safeParse({ ...hidden, ...more }).error?.issues[0]?.message).toBe(
      'a suppressed block must not carry a number',
    );
  });

  it.each([null, [], 'suppressed', 3, {}])('refuses %j', (value) => {
    expect(block.safeParse(value).success).toBe(false);
  });
});
