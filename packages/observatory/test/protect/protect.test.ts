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

  /** A table of areas by weeks with all its sums. */
  const crossed = (numbers: readonly (readonly number[])[]) => {
    const sum = (list: readonly number[]): number => list.reduce((total, number) => total + number, 0);
    const cell = (area: string | null, period: string | null, posts: number) => ({ area, period, posts, ...passing });
    return [
      ...numbers.flatMap((row, at) => row.map((posts, week) => cell(`area-${at}`, `2026-W1${week}`, posts))),
      ...numbers.map((row, at) => cell(`area-${at}`, null, sum(row))),
      ...(numbers[0] ?? []).map((_, week) => cell(null, `2026-W1${week}`, sum(numbers.map((row) => row[week] ?? 0)))),
      cell(null, null, sum(numbers.map(sum))),
    ];
  };

  it('leaves no hidden cell that sums of sums tell, though nothing beside it is shown', () => {
    // 54 − 32 = 22, 80 − 56 = 24, 24 − 22 = 2: whoever hides only what stands beside the 2 tells it.
    const cells = protect(
      crossed([
        [22, 32],
        [2, 24],
      ]),
    );
    const told = (area: string | null, period: string | null): number | undefined => {
      const found = cells.find((one) => one.area === area && one.period === period);
      return found?.status === 'shown' ? found.posts : undefined;
    };
    const isWay = [told(null, null), told(null, '2026-W11'), told('area-0', null), told('area-0', '2026-W11')];
    expect(isWay).toContain(undefined);
    expect(told('area-1', '2026-W10')).toBeUndefined();
  });

  it('leaves every hidden cell of a crossed table two apart from itself in another table that says the same, in 150 generated tables', () => {
    const number = fc.nat(13);
    let hidden = 0;
    fc.assert(
      fc.property(fc.tuple(number, number, number, number), ([a, b, c, d]) => {
        const cells = crossed([
          [a, b],
          [c, d],
        ]);
        const answer = protect(cells);
        const isSame = (other: readonly { posts: number }[]): boolean =>
          answer.every((one, at) => {
            const posts = other[at]?.posts ?? 0;
            if (one.status !== 'suppressed') return posts === one.posts;
            if (one.reason === 'too-few-posts') return posts >= 1 && posts <= 9;
            return posts >= ((cells[at]?.posts ?? 0) < 10 ? 1 : 10);
          });
        const range = cells.map(() => ({ low: Number.POSITIVE_INFINITY, high: 0 }));
        for (let i = 0; i <= 16; i += 1)
          for (let j = 0; j <= 16; j += 1)
            for (let k = 0; k <= 16; k += 1)
              for (let l = 0; l <= 16; l += 1) {
                const sums = [i, j, k, l, i + j, k + l, i + k, j + l, i + j + k + l];
                if (!isSame(sums.map((posts) => ({ posts })))) continue;
                for (const [at, posts] of sums.entries()) {
                  const of = range[at];
                  if (!of) continue;
                  of.low = Math.min(of.low, posts);
                  of.high = Math.max(of.high, posts);
                }
              }
        for (const [at, { posts }] of cells.entries()) {
          if (posts === 0 || posts >= 10) continue;
          hidden += 1;
          const { low, high } = range[at] ?? { low: posts, high: posts };
          expect(low < posts - 1 || high > posts + 1).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
    expect(hidden).toBeGreaterThan(100);
  });

  it('hides beside a hidden one whatever else a row says, and gives none of it away', () => {
    const rows = [
      { area: null, name: 'The city', level: 'city', population: 900, probabilitySum: 9.5, posts: 100, ...passing },
      { area: 'a', name: 'Old town', level: 'area', population: 800, probabilitySum: 9, posts: 95, ...passing },
      { area: 'b', name: 'Harbour', level: 'area', population: 100, probabilitySum: 0.5, posts: 5, ...passing },
    ];
    expect(protect(rows)).toEqual([
      { ...rows[0], status: 'shown' },
      { area: 'a', name: 'Old town', status: 'suppressed', reason: 'protects-another-cell' },
      { area: 'b', name: 'Harbour', status: 'suppressed', reason: 'too-few-posts' },
    ]);
  });

  it('knows cells apart by a field of words that it was never told of', () => {
    const rows = [
      { commune: 'all', title: 'Everything', posts: 100, ...passing },
      { commune: 'north', title: 'The north', posts: 95, ...passing },
      { commune: 'south', title: 'The south', posts: 5, ...passing },
    ];
    expect(protect(rows).map(({ status }) => status)).toEqual(['shown', 'suppressed', 'suppressed']);
  });

  it.each(['city', 'CITY', '', 'all', 'total', '*'])('takes the area %j for the whole city', (word) => {
    const rows = [
      { area: word, posts: 100, ...passing },
      { area: 'a', posts: 95, ...passing },
      { area: 'b', posts: 5, ...passing },
    ];
    expect(protect(rows).map(({ status }) => status)).toEqual(['shown', 'suppressed', 'suppressed']);
  });

  it('shows no day, and no month beside weeks', () => {
    const at = (period: string) => ({ area: 'a', period, posts: 40, ...passing });
    const statusOf = (...periods: string[]) => protect(periods.map(at)).map(({ status }) => status);
    expect(statusOf('2026-03-02', '2026-03-03')).toEqual(['suppressed', 'suppressed']);
    expect(statusOf('2026-03', '2026-W10')).toEqual(['suppressed', 'shown']);
    expect(statusOf('2026-03', '2026-04')).toEqual(['shown', 'shown']);
  });

  it('hides a cell whose number is no number', () => {
    const words = { area: 'a', posts: '20' as unknown as number, authors: 8, sources: 4 };
    expect(protect([words])).toEqual([{ area: 'a', status: 'suppressed', reason: 'too-few-posts' }]);
  });

  it('gives a cell the answer that was published, whatever comes to the table', () => {
    const first = crossed([
      [22, 32],
      [2, 24],
      [15, 40],
    ]);
    const before = protect(first);
    const later = crossed([
      [22, 32, 5],
      [2, 24, 19],
      [15, 40, 31],
    ]);
    const after = protect(later, {}, { before });
    for (const cell of before) {
      const now = after.find(({ area, period }) => area === cell.area && period === cell.period);
      if (cell.period !== null) expect(now).toEqual(cell);
      else if (cell.status === 'suppressed') expect(now?.status).toBe('suppressed');
    }
    expect(after.find(({ area, period }) => area === 'area-0' && period === '2026-W12')?.status).toBe('suppressed');
  });

  it('tells a cell anew only when those who came since pass by themselves', () => {
    const rows = [{ area: 'a', posts: 20, authors: 8, sources: 4 }];
    const before = protect(rows);
    const come = (posts: number, authors: number, sources: number) =>
      protect([{ area: 'a', posts: 20 + posts, authors: 8 + authors, sources: 4 + sources }], {}, { before });
    expect(come(9, 9, 9)).toEqual(before);
    expect(come(12, 2, 3)).toEqual(before);
    expect(come(-1, 0, 0)).toEqual(before);
    expect(come(12, 6, 3)).toMatchObject([{ posts: 32, status: 'shown' }]);
  });
});
