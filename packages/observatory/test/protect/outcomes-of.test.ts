import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe } from '../../src/observe.js';
import { outcomesOf } from '../../src/protect/outcomes-of.js';
import type { PlacedPost } from '../../src/tally/placed-post.js';
import { AREAS, anyPosts, inBatches, placedPost } from '../placed-posts.js';
import { squareCity } from '../square-city.js';

const areas = squareCity(AREAS);
const collect = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
};
const outcomes = async (posts: readonly PlacedPost[]) => {
  const { outcomes: rows, blocks } = await observe(() => inBatches(posts), { areas });
  return { rows: await collect(rows()), blocks };
};
const inArea = (areaId: string, at: number, more: Partial<PlacedPost> = {}) =>
  placedPost({
    authorHash: `author-${at}`,
    sourceId: `source-${at % 3}`,
    placements: [{ areaId, rung: 'mention', weight: 1 }],
    ...more,
  });

describe('outcomesOf', () => {
  it('says of each post where it ended and why', async () => {
    const shown = Array.from({ length: 10 }, (_, at) => inArea('a', at));
    const few = inArea('b', 1);
    const both = inArea('b', 2, {
      placements: [
        { areaId: 'b', rung: 'mention', weight: 0.5 },
        { areaId: 'a', rung: 'mention', weight: 0.5 },
      ],
    });
    const nowhere = placedPost();
    const elsewhere = placedPost({ placements: [{ areaId: null, rung: 'none', weight: 1 }] });
    const undetermined = placedPost({ verdict: null, undetermined: 'too-short' });
    const waiting = placedPost({ verdict: null });
    const { rows } = await outcomes([...shown, few, both, nowhere, elsewhere, undetermined, waiting]);
    expect(rows.slice(10)).toEqual([
      { postId: few.postId, outcome: 'suppressed', reason: 'too-few-posts' },
      { postId: both.postId, outcome: 'published', reason: null },
      { postId: nowhere.postId, outcome: 'outside', reason: 'no-neighbourhood-named' },
      { postId: elsewhere.postId, outcome: 'outside', reason: 'not-of-the-city' },
      { postId: undetermined.postId, outcome: 'undetermined', reason: 'too-short' },
      { postId: waiting.postId, outcome: 'undetermined', reason: 'not-judged' },
    ]);
    for (const row of rows.slice(0, 10)) expect(row.outcome).toBe('published');
  });

  it('says of a copy that it ended where its block did, as a copy, unless it has no verdict', async () => {
    const shown = Array.from({ length: 10 }, (_, at) => inArea('a', at));
    const copyOf = shown[0]?.postId ?? null;
    const { rows } = await outcomes([
      ...shown,
      inArea('a', 3, { copyOf }),
      inArea('b', 3, { copyOf }),
      placedPost({ copyOf }),
      inArea('a', 3, { copyOf, verdict: null }),
    ]);
    expect(rows.slice(10).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['published', 'copy'],
      ['suppressed', 'copy'],
      ['outside', 'copy'],
      ['undetermined', 'not-judged'],
    ]);
  });

  it('looks undated posts up in the undated block', async () => {
    const undated = Array.from({ length: 10 }, (_, at) => inArea('a', at, { publishedAt: null }));
    const { rows } = await outcomes([...undated, inArea('a', 3)]);
    expect(rows.map(({ outcome }) => outcome)).toEqual([...Array(10).fill('published'), 'suppressed']);
  });

  it('refuses blocks that were made from other posts', async () => {
    await expect(collect(outcomesOf(inBatches([inArea('a', 1)]), []))).rejects.toThrow(/no block covers it/);
  });

  it('gives every post exactly one outcome, and as many published as the shown blocks hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyPosts(), async (posts) => {
        const { rows, blocks } = await outcomes(posts);
        expect(rows.map(({ postId }) => postId)).toEqual(posts.map(({ postId }) => postId));
        const single = posts.every(({ placements }) => placements.length === 1);
        const held = blocks.reduce(
          (sum, block) => sum + (block.area !== null && block.status === 'shown' ? block.figures.posts : 0),
          0,
        );
        const published = rows.filter(({ outcome, reason }) => outcome === 'published' && reason !== 'copy');
        expect(published.length).toBeLessThanOrEqual(held);
        if (single) expect(published).toHaveLength(held);
        expect(rows.filter(({ outcome }) => outcome === 'undetermined')).toHaveLength(
          posts.filter(({ verdict }) => verdict === null).length,
        );
      }),
      { numRuns: 60 },
    );
  });
});
