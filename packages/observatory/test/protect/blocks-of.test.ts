import { type Block, block, PROTECTION_FLOOR, weeksBetween } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/protect/blocks-of.js';
import type { PlacedPost } from '../../src/tally/placed-post.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { AREAS, anyPosts, dayIn, inBatches, placedPost, WEEKS } from '../placed-posts.js';
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
