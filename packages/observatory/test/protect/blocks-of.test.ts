import { type Block, block, PROTECTION_FLOOR, weeksBetween } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/protect/blocks-of.js';
import { blockProblems } from '../../src/snapshot/check-blocks.js';
import type { PlacedPost } from '../../src/tally/placed-post.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { AREAS, anyPosts, dayIn, inBatches, NO_PROBABILITY, placedPost, WEEKS } from '../placed-posts.js';
import { squareCity } from '../square-city.js';

const areas = squareCity(AREAS);
const blocks = async (posts: readonly PlacedPost[], rules = {}): Promise<Block[]> =>
  blocksOf(await tallyPosts(inBatches(posts), { areas }), rules);

/** `count` posts of one week in area `a`, by as many authors, from three sources. */
const posts = (week: string, count: number): PlacedPost[] =>
  Array.from({ length: count }, (_, at) =>
    placedPost({
      publishedAt: week === 'undated' ? null : dayIn(week),
      authorHash: `author-${at}`,
      sourceId: `source-${at % 3}`,
      placements: [{ areaId: 'a', rung: 'mention', weight: 1 }],
    }),
  );

const brief = (of: readonly Block[]) =>
  of
    .filter(({ area }) => area === 'a')
    .map(({ weeks, status, ...rest }) => [
      weeks?.join(' ') ?? null,
      status === 'shown' && 'figures' in rest ? rest.figures.posts : 'reason' in rest && rest.reason,
    ]);

describe('blocksOf', () => {
  it('closes a block as soon as it passes and leaves the rest open', async () => {
    const given = [...posts('2026-W14', 6), ...posts('2026-W15', 6), ...posts('2026-W16', 12), ...posts('2026-W18', 2)];
    expect(brief(await blocks(given))).toEqual([
      ['2026-W14 2026-W15', 12],
      ['2026-W16 2026-W16', 12],
      ['2026-W17 2026-W18', 'too-few-posts'],
    ]);
  });

  it('puts weeks without posts into the block around them', async () => {
    const given = [placedPost({ publishedAt: dayIn('2026-W14') }), ...posts('2026-W16', 5), ...posts('2026-W20', 5)];
    expect(brief(await blocks(given))).toEqual([['2026-W14 2026-W20', 10]]);
  });

  it('does not tell an open rest without posts from one with too few', async () => {
    const given = [...posts('2026-W14', 10), placedPost({ publishedAt: dayIn('2026-W17') })];
    expect(brief(await blocks(given))).toEqual([
      ['2026-W14 2026-W14', 10],
      ['2026-W15 2026-W17', 'too-few-posts'],
    ]);
  });

  it('keeps undated posts in a block of their own', async () => {
    expect(brief(await blocks([...posts('undated', 10), ...posts('2026-W14', 3)]))).toEqual([
      ['2026-W14 2026-W14', 'too-few-posts'],
      [null, 10],
    ]);
    expect(brief(await blocks(posts('undated', 3)))).toEqual([[null, 'too-few-posts']]);
  });

  it('has no block for an area without posts', async () => {
    expect((await blocks(posts('2026-W14', 10))).map(({ area }) => area)).toEqual([null, 'a']);
    expect(await blocks([])).toEqual([]);
  });

  it('hides an area and a week in which nothing but copies stands, as it hides too few posts', async () => {
    const copies = posts('2026-W14', 12).map((post) => ({ ...post, copyOf: 'x' }));
    expect(brief(await blocks(copies))).toEqual([['2026-W14 2026-W14', 'too-few-posts']]);
    expect(brief(await blocks(copies.map((post) => ({ ...post, publishedAt: null }))))).toEqual([
      [null, 'too-few-posts'],
    ]);
  });

  it('shows copies as reach in tens beside the posts of their block, and counts them towards no threshold', async () => {
    const copies = posts('2026-W14', 5).map((post) => ({ ...post, copyOf: 'x' }));
    expect(brief(await blocks([...posts('2026-W14', 9), ...copies]))).toEqual([['2026-W14 2026-W14', 'too-few-posts']]);
    const [, shown] = await blocks([...posts('2026-W14', 10), ...copies]);
    expect(shown).toMatchObject({ status: 'shown', figures: { posts: 10, copies: 10 } });
    const [, none] = await blocks([...posts('2026-W14', 10), ...copies.slice(1)]);
    expect(none).toMatchObject({ status: 'shown', figures: { posts: 10, copies: 0 } });
  });

  it('counts authors and sources once over all weeks of a block', async () => {
    const [, shown] = await blocks([...posts('2026-W14', 6), ...posts('2026-W15', 6)]);
    expect(shown).toMatchObject({ status: 'shown', figures: { posts: 12, authors: 6, sources: 3 } });
  });

  it('waits for what a stricter city asks', async () => {
    expect(brief(await blocks(posts('2026-W14', 10), { minimumPosts: 20 }))).toEqual([
      ['2026-W14 2026-W14', 'too-few-posts'],
    ]);
  });
});

/** `count` posts of one week that name no neighbourhood. */
const unplaced = (week: string, count: number): PlacedPost[] =>
  posts(week, count).map((post) => ({ ...post, placements: [{ areaId: null, rung: 'city' as const, weight: 1 }] }));

const tallied = (given: readonly PlacedPost[]) => tallyPosts(inBatches(given), { areas });
const cityOf = (of: readonly Block[]) =>
  of
    .filter(({ area }) => area === null)
    .map((block) => [block.weeks?.join(' ') ?? null, block.status === 'shown' ? block.figures.posts : block.reason]);

describe('the city beside its neighbourhoods', () => {
  it('is cut where enough of its posts name no neighbourhood, and never says how many do', async () => {
    const given = ['2026-W14', '2026-W15', '2026-W16', '2026-W17'].flatMap((week) => [
      ...posts(week, 12),
      ...unplaced(week, 8),
    ]);
    const made = await blocks(given);
    expect(cityOf(made)).toEqual([
      ['2026-W14 2026-W16', 60],
      ['2026-W17 2026-W17', 'protects-another-cell'],
    ]);
    const [city] = made;
    expect(city).toMatchObject({ status: 'shown', figures: { rungs: {} } });
  });

  it('is hidden while every post names a neighbourhood', async () => {
    expect(cityOf(await blocks([...posts('2026-W14', 40), ...posts('2026-W15', 40)]))).toEqual([
      ['2026-W14 2026-W15', 'protects-another-cell'],
    ]);
  });

  it('hides a neighbourhood’s block that would leave too little beside a published figure', async () => {
    const before = blocksOf(await tallied([...posts('2026-W14', 9), ...unplaced('2026-W14', 20)]));
    expect(cityOf(before)).toEqual([['2026-W14 2026-W14', 29]]);
    const after = blocksOf(
      await tallied([...posts('2026-W14', 12), ...unplaced('2026-W14', 20)]),
      {},
      {
        published: before,
      },
    );
    expect(brief(after)).toEqual([['2026-W14 2026-W14', 'protects-another-cell']]);
    expect(cityOf(after)).toEqual([['2026-W14 2026-W14', 29]]);
  });
});

describe('what was published before', () => {
  const first = posts('2026-W14', 12);
  const late = (count: number, sources: number) =>
    posts('2026-W14', count).map((post, at) => ({
      ...post,
      authorHash: `late-${at}`,
      sourceId: `late-${at % sources}`,
    }));

  it('keeps its answer when a post comes late or goes', async () => {
    const published = blocksOf(await tallied(first));
    for (const given of [[...first, ...late(1, 1)], first.slice(1), [...first, ...late(12, 2)]])
      expect(brief(blocksOf(await tallied(given), {}, { published }))).toEqual([['2026-W14 2026-W14', 12]]);
  });

  it('is revised when the newcomers could be published by themselves', async () => {
    const published = blocksOf(await tallied(first));
    expect(brief(blocksOf(await tallied([...first, ...late(10, 3)]), {}, { published }))).toEqual([
      ['2026-W14 2026-W14', 22],
    ]);
  });

  it('is judged anew when the same posts stand behind it', async () => {
    const published = blocksOf(await tallied(first));
    const judged = first.map((post) => ({
      ...post,
      verdict: {
        language: 'ara',
        stance: 'endorsing' as const,
        signals: [{ code: 'hate' as const, probability: 0.9, severity: 3 as const, targets: [] }],
        probabilities: NO_PROBABILITY,
      },
    }));
    const [, block] = blocksOf(await tallied(judged), {}, { published });
    expect(block).toMatchObject({ figures: { posts: 12, flagged: { hate: 12 } } });
  });

  it('is hidden when the rules are raised above it', async () => {
    const published = blocksOf(await tallied(first));
    expect(brief(blocksOf(await tallied(first), { minimumPosts: 20 }, { published }))).toEqual([
      ['2026-W14 2026-W14', 'too-few-posts'],
    ]);
  });

  it('closes no block in a week that is not over', async () => {
    const given = [...first, ...posts('2026-W15', 12)];
    expect(brief(blocksOf(await tallied(given), {}, { openFrom: '2026-W15' }))).toEqual([
      ['2026-W14 2026-W14', 12],
      ['2026-W15 2026-W15', 'protects-another-cell'],
    ]);
  });
});

describe('codes inside a block', () => {
  const inLanguages = async (languages: readonly string[], sources: number) => {
    const given = posts('2026-W14', languages.length).map((post, at) => ({
      ...post,
      sourceId: `source-${at % sources}`,
      verdict: post.verdict && { ...post.verdict, language: languages[at] ?? 'und' },
    }));
    const [, block] = await blocks(given);
    return block?.status === 'shown' ? block.figures.languages : undefined;
  };
  const times = (count: number, language: string): string[] => Array.from({ length: count }, () => language);

  it('are told when all posts have one, or enough people stand behind each and behind what is left out', async () => {
    expect(await inLanguages(times(12, 'ara'), 3)).toEqual({ ara: 12 });
    expect(await inLanguages([...times(30, 'ara'), ...times(10, 'fra')], 14)).toEqual({ ara: 30, fra: 10 });
    const three = [...times(30, 'ara'), ...times(6, 'fra'), ...times(5, 'eng')];
    expect(await inLanguages(three, 14)).toEqual({ ara: 30 });
  });

  it('are not told where two sources stand behind them, or behind what is left out', async () => {
    const byTwo = times(30, 'ara').map((code, at) => (at % 3 < 2 ? 'fra' : code));
    expect(await inLanguages(byTwo, 3)).toEqual({});
  });

  it('keep their answer for good when newcomers come, so that two snapshots tell nothing of these', async () => {
    const first = posts('2026-W14', 24).map((post, at) => ({
      ...post,
      verdict: post.verdict && { ...post.verdict, language: at % 2 === 0 ? 'ara' : 'fra' },
    }));
    const published = blocksOf(await tallied(first));
    const codes = (of: readonly Block[]) =>
      of.flatMap((one) =>
        one.area === null || one.status !== 'shown'
          ? []
          : [[one.figures.posts, one.figures.languages, one.figures.flaggedBy?.posts]],
      );
    expect(codes(published)).toEqual([[24, { ara: 12, fra: 12 }, 24]]);
    const newcomers = posts('2026-W14', 11).map((post, at) => ({
      ...post,
      authorHash: `late-${at}`,
      sourceId: `late-${at % 4}`,
    }));
    const later = [...first, ...newcomers];
    const revised = blocksOf(await tallied(later), {}, { published });
    expect(codes(revised)).toEqual([[35, { ara: 12, fra: 12 }, 24]]);
    expect(codes(blocksOf(await tallied(later), {}, { published: revised }))).toEqual([[35, { ara: 12, fra: 12 }, 24]]);
  });

  it('are not told of few posts, nor so that few posts are left', async () => {
    expect(await inLanguages([...times(11, 'ara'), 'fra'], 3)).toEqual({});
    expect(await inLanguages([...times(30, 'ara'), ...times(4, 'fra')], 14)).toEqual({});
  });
});

describe('blocks of any posts', () => {
  it('are never shown under a threshold, tile the weeks, and hold no count of what is hidden', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(anyPosts(), async (given) => {
        const tallied = await tallyPosts(inBatches(given), { areas });
        const made = blocksOf(tallied);
        for (const of of made) {
          expect(block.safeParse(of).success).toBe(true);
          if (of.status === 'suppressed') {
            expect(Object.keys(of).sort()).toEqual(['area', 'reason', 'status', 'weeks']);
            continue;
          }
          shown += 1;
          const standing = given.filter(
            ({ verdict, publishedAt, placements }) =>
              verdict !== null &&
              (of.area === null || placements.some(({ areaId }) => areaId === of.area)) &&
              (of.weeks === null
                ? publishedAt === null
                : publishedAt !== null && publishedAt >= dayIn(of.weeks[0]) && publishedAt <= dayIn(of.weeks[1])),
          );
          const inside = standing.filter(({ copyOf }) => copyOf === null);
          expect(of.figures.posts).toBe(inside.length);
          expect(of.figures.copies).toBe(10 * Math.round((standing.length - inside.length) / 10));
          expect(inside.length).toBeGreaterThanOrEqual(PROTECTION_FLOOR.minimumPosts);
          expect(new Set(inside.map(({ sourceId }) => sourceId)).size).toBe(of.figures.sources);
          expect(of.figures.sources).toBeGreaterThanOrEqual(PROTECTION_FLOOR.minimumSources);
          expect(of.figures.authors).toBeGreaterThanOrEqual(PROTECTION_FLOOR.minimumAuthors);
        }
        for (const area of [null, ...AREAS]) {
          const dated = made.flatMap((of) => (of.area === area && of.weeks ? [of.weeks] : []));
          if (dated.length === 0 || !tallied.weeks) continue;
          expect(dated.flatMap(([first, last]) => weeksBetween(first, last))).toEqual(weeksBetween(...tallied.weeks));
        }
      }),
      { numRuns: 60 },
    );
    expect(shown).toBeGreaterThan(20);
  });

  it('leave no difference between two ranges with fewer posts than the gate allows', async () => {
    const range = fc.tuple(fc.nat(WEEKS.length - 1), fc.nat(WEEKS.length - 1));
    await fc.assert(
      fc.asyncProperty(anyPosts(), range, range, async (given, one, other) => {
        const made = await blocks(given);
        for (const area of [null, ...AREAS]) {
          const inRange = ([a, b]: [number, number]) =>
            new Set(
              made.filter(
                ({ area: of, weeks, status }) =>
                  of === area &&
                  status === 'shown' &&
                  weeks !== null &&
                  weeks[0] >= (WEEKS[Math.min(a, b)] ?? '') &&
                  weeks[1] <= (WEEKS[Math.max(a, b)] ?? ''),
              ),
            );
          const postsOf = (of: Iterable<Block>) =>
            [...of].reduce((sum, each) => sum + (each.status === 'shown' ? each.figures.posts : 0), 0);
          const [first, second] = [inRange(one), inRange(other)];
          const onlyFirst = [...first].filter((each) => !second.has(each));
          const both = new Set([...first, ...second]);
          for (const posts of [postsOf(onlyFirst), postsOf(both), postsOf(both) - postsOf(second)])
            expect(posts === 0 || posts >= PROTECTION_FLOOR.minimumPosts).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are what a receiver of the snapshot calls fit, also when posts came and went since the last', async () => {
    let cities = 0;
    await fc.assert(
      fc.asyncProperty(anyPosts(), anyPosts(), fc.nat(400), async (early, late, kept) => {
        const before = await tallied(early);
        const after = await tallied([...early.slice(0, kept), ...late]);
        const published = blocksOf(before);
        for (const made of [published, blocksOf(after, {}, { published })]) {
          const weeks = made.flatMap((of) => of.weeks ?? []).sort();
          const [first] = weeks;
          const last = weeks.at(-1);
          if (made.some(({ area, status }) => area === null && status === 'shown')) cities += 1;
          expect(
            blockProblems(made, {
              rules: PROTECTION_FLOOR,
              weeks: first !== undefined && last !== undefined ? [first, last] : null,
              areas: new Set(AREAS),
            }),
          ).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
    expect(cities).toBeGreaterThan(20);
  });

  it('do not change once published when later weeks are added', async () => {
    const half = WEEKS.length / 2;
    const start = placedPost({ publishedAt: dayIn(WEEKS[0] ?? '') });
    await fc.assert(
      fc.asyncProperty(anyPosts(WEEKS.slice(0, half)), anyPosts(WEEKS.slice(half)), async (early, late) => {
        const dated = late.filter(({ publishedAt }) => publishedAt !== null);
        const before = (await blocks([start, ...early])).filter(({ status, weeks }) => status === 'shown' && weeks);
        const tallied = await tallyPosts(inBatches([start, ...early, ...dated]), { areas });
        const after = blocksOf(tallied, {}, { published: before });
        for (const closed of before) expect(after).toContainEqual(closed);
      }),
      { numRuns: 60 },
    );
  });
});
