import { InputError, PROTECTION_FLOOR } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect } from '../../src/protect/protect.js';

const cell = { area: 'a', signal: 'hate', posts: 10, authors: 5, sources: 3, topAuthorShare: 0.5 };

describe('protect', () => {
  it('shows a cell that just reaches every threshold', () => {
    expect(protect([cell])).toEqual([{ ...cell, status: 'shown' }]);
  });

  it.each([
    [{ posts: 9 }, 'too-few-posts'],
    [{ authors: 4 }, 'too-few-authors'],
    [{ sources: 2 }, 'too-few-sources'],
    [{ topAuthorShare: 0.51 }, 'one-author-dominates'],
    [{ posts: 9, authors: 1 }, 'too-few-posts'],
    [{ posts: Number.NaN }, 'too-few-posts'],
  ])('hides %j, says why, and takes the figures out', (change, reason) => {
    expect(protect([{ ...cell, ...change }])).toEqual([{ area: 'a', signal: 'hate', status: 'suppressed', reason }]);
  });

  it('tells no data from too little', () => {
    expect(protect([{ ...cell, posts: 0, authors: 0, sources: 0 }])[0]?.status).toBe('no-data');
  });

  it('hides a cell of copies alone, their number too', () => {
    expect(protect([{ ...cell, posts: 0, authors: 0, sources: 0, copies: 7 }])).toEqual([
      { area: 'a', signal: 'hate', status: 'suppressed', reason: 'too-few-posts' },
    ]);
  });

  it('does not need the share of the top author', () => {
    expect(protect([{ posts: 10, authors: 5, sources: 3 }])[0]?.status).toBe('shown');
  });

  it('can be made stricter, never weaker', () => {
    expect(protect([cell], { minimumPosts: 11 })[0]?.status).toBe('suppressed');
    for (const weak of [
      { minimumPosts: 9 },
      { minimumAuthors: 4 },
      { minimumSources: 2 },
      { maximumTopAuthorShare: 0.6 },
      { minimumPost: 20 } as object,
    ])
      expect(() => protect([cell], weak)).toThrow(InputError);
    expect(() => protect([], { minimumPosts: 9 })).toThrow(/minimumPosts/);
  });

  it('never shows a cell under a threshold, in 5,000 generated cells', () => {
    const any = fc.record({
      area: fc.constantFrom('a', 'b'),
      posts: fc.nat(30),
      authors: fc.nat(12),
      sources: fc.nat(6),
      topAuthorShare: fc.double({ min: 0, max: 1, noNaN: true }),
      flagged: fc.record({ hate: fc.nat(5) }),
    });
    let shown = 0;
    fc.assert(
      fc.property(any, (given) => {
        const [result] = protect([given]);
        const passes =
          given.posts >= PROTECTION_FLOOR.minimumPosts &&
          given.authors >= PROTECTION_FLOOR.minimumAuthors &&
          given.sources >= PROTECTION_FLOOR.minimumSources &&
          given.topAuthorShare <= PROTECTION_FLOOR.maximumTopAuthorShare;
        if (passes) shown += 1;
        expect(result?.status).toBe(given.posts === 0 ? 'no-data' : passes ? 'shown' : 'suppressed');
        if (result?.status === 'suppressed') expect(Object.keys(result).sort()).toEqual(['area', 'reason', 'status']);
      }),
      { numRuns: 5000 },
    );
    expect(shown).toBeGreaterThan(100);
  });
});
