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

describe('protect over a table and its margins', () => {
  const passing = { authors: 8, sources: 4, topAuthorShare: 0.2 };
  const city = (parts: Record<string, number>, more: object = {}) => [
    { area: null, posts: Object.values(parts).reduce((sum, posts) => sum + posts, 0), ...passing, ...more },
    ...Object.entries(parts).map(([area, posts]) => ({ area, posts, ...passing, ...more })),
  ];
  const outcome = (cells: readonly { area: string | null; posts: number; authors: number; sources: number }[]) =>
    protect(cells).map((cell) => [cell.area, cell.status === 'suppressed' ? cell.reason : cell.status]);

  it('hides a second neighbourhood where the city less the others would tell the hidden one', () => {
    expect(outcome(city({ a: 40, b: 3, c: 25, d: 60 }))).toEqual([
      [null, 'shown'],
      ['a', 'shown'],
      ['b', 'too-few-posts'],
      ['c', 'protects-another-cell'],
      ['d', 'shown'],
    ]);
  });

  it('hides no more where the hidden ones already hide one another', () => {
    expect(outcome(city({ a: 40, b: 4, c: 7, d: 60 })).map(([, status]) => status)).toEqual([
      'shown',
      'shown',
      'too-few-posts',
      'too-few-posts',
      'shown',
    ]);
  });

  it('hides a third where what is known of two is too tight', () => {
    const statuses = outcome(city({ a: 40, b: 1, c: 1, d: 60 })).map(([, status]) => status);
    expect(statuses).toEqual(['shown', 'protects-another-cell', 'too-few-posts', 'too-few-posts', 'shown']);
  });

  it('hides the total where no part is left', () => {
    expect(outcome(city({ a: 3 }))).toEqual([
      [null, 'too-few-posts'],
      ['a', 'too-few-posts'],
    ]);
    expect(
      outcome([
        { area: null, posts: 12, ...passing },
        { area: 'a', posts: 9, ...passing },
      ]),
    ).toEqual([
      [null, 'protects-another-cell'],
      ['a', 'too-few-posts'],
    ]);
  });

  it('looks along districts, weeks and signals as well', () => {
    const table = (posts: Record<string, number>) =>
      Object.entries(posts).map(([key, count]) => {
        const [area, district, period, signal] = key.split(' ').map((part) => (part === '-' ? null : part));
        return { area, district, period, signal, posts: count, ...passing };
      });
    const along = [
      { '- north w1 s': 33, 'a north w1 s': 3, 'b north w1 s': 30 },
      { 'a north - s': 33, 'a north w1 s': 3, 'a north w2 s': 30 },
      { 'a north w1 -': 33, 'a north w1 s': 3, 'a north w1 t': 30 },
      { '- - w1 s': 33, 'a north w1 s': 3, 'b south w1 s': 30 },
      { '- - w1 s': 33, '- north w1 s': 3, '- south w1 s': 30 },
    ];
    for (const posts of along)
      expect(protect(table(posts)).map((cell) => (cell.status === 'suppressed' ? cell.reason : cell.status))).toEqual([
        'shown',
        'too-few-posts',
        'protects-another-cell',
      ]);
  });

  it('gives the same cell the same answer, in whatever order the cells come', () => {
    const cells = city({ a: 40, b: 3, c: 25, d: 60 });
    const statusOf = (of: typeof cells) => new Map(protect(of).map(({ area, status }) => [area, status]));
    expect(statusOf(cells.toReversed())).toEqual(statusOf(cells));
  });

  it('leaves no hidden area that the city tells to within one post, in 2,000 generated cities', () => {
    const any = fc.array(fc.nat(40), { minLength: 1, maxLength: 9 });
    let hidden = 0;
    fc.assert(
      fc.property(any, (numbers) => {
        const parts = Object.fromEntries(numbers.map((posts, at) => [`area-${at}`, posts]));
        const [whole, ...areas] = protect(city(parts));
        if (whole?.status !== 'shown') return;
        const low = areas.map((cell) =>
          cell.status === 'suppressed' ? (cell.reason === 'too-few-posts' ? 1 : 10) : cell.posts,
        );
        const high = areas.map((cell) =>
          cell.status === 'suppressed' ? (cell.reason === 'too-few-posts' ? 9 : Number.POSITIVE_INFINITY) : cell.posts,
        );
        const sum = (of: readonly number[]) => of.reduce((total, number) => total + number, 0);
        for (const [at, cell] of areas.entries()) {
          if (cell.status !== 'suppressed' || cell.reason !== 'too-few-posts') continue;
          hidden += 1;
          const most = Math.min(high[at] ?? 0, whole.posts - sum(low.filter((_, other) => other !== at)));
          const least = Math.max(low[at] ?? 0, whole.posts - sum(high.filter((_, other) => other !== at)));
          const posts = numbers[at] ?? 0;
          expect(least < posts - 1 || most > posts + 1).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(hidden).toBeGreaterThan(500);
  });
});
