import { blockFigures } from '@marsad/records';
import { expect, it } from 'vitest';
import { estimateBlocks } from '../../src/estimate/estimate-blocks.js';
import { seededRandom } from '../../src/estimate/seeded-random.js';
import { blocksOf } from '../../src/protect/blocks-of.js';
import type { PlacedPost } from '../../src/tally/placed-post.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { dayIn, inBatches, NO_PROBABILITY, placedPost } from '../placed-posts.js';
import { squareAreas } from './square-areas.js';

const WEEKS = ['2026-W14', '2026-W15', '2026-W16'];
const areas = squareAreas(['a', 'b']);

/** Posts of two areas, one in twenty truly hateful, and one in five flagged. */
const city = (): { posts: PlacedPost[]; truly: Set<string> } => {
  const random = seededRandom(6);
  const truly = new Set<string>();
  const posts = Array.from({ length: 3000 }, (_, at) => {
    const truth = random.uniform() < 0.05;
    const flagged = random.uniform() < (truth ? 0.8 : 0.17);
    const post = placedPost({
      sourceId: `s${at % 7}`,
      authorHash: `author-${at % 400}`,
      publishedAt: dayIn(WEEKS[at % 3] ?? ''),
      placements: [{ areaId: at % 3 === 0 ? 'a' : 'b', rung: 'mention', weight: 1 }],
      verdict: {
        language: at % 2 === 0 ? 'ara' : 'fra',
        stance: 'unclear',
        signals: flagged ? [{ code: 'hate', probability: 0.7, targets: [] }] : [],
        probabilities: { ...NO_PROBABILITY, hate: flagged ? 0.7 : 0.1 },
      },
    });
    if (truth) truly.add(post.postId);
    return post;
  });
  return { posts, truly };
};

const tallied = (posts: readonly PlacedPost[]) => tallyPosts(inBatches(posts), { areas });
const blocksFrom = async (posts: readonly PlacedPost[]) => blocksOf(await tallied(posts));

it('shown blocks get corrected shares around the truth, the counts stay, and the schema takes them', async () => {
  const { posts, truly } = city();
  const blocks = await blocksFrom(posts);
  const labels = posts
    .filter((_, at) => at % 3 === 1)
    .map(({ postId }) => ({
      postId,
      weight: 3,
      signals: truly.has(postId) ? (['hate'] as const) : [],
    }));
  const estimated = await estimateBlocks(blocks, await tallied(posts), labels, inBatches(posts));
  expect(estimated).toHaveLength(blocks.length);
  for (const block of estimated) {
    if (block.status !== 'shown') continue;
    const { estimates, ...counts } = blockFigures.parse(block.figures);
    expect(counts.flagged.hate / counts.posts).toBeGreaterThan(0.13);
    expect(estimates?.hate?.labels).toBe(labels.length);
    expect(estimates?.hate?.low).toBeLessThan(0.06);
    expect(estimates?.hate?.high).toBeGreaterThan(0.04);
    expect(estimates?.hate?.versusCity).toBe('cannot-tell');
    expect(estimates?.bridging?.tooFewLabels).toBe(true);
  }
});

it('without labels, or with labels of posts that have gone, the blocks stay as they are', async () => {
  const { posts } = city();
  const blocks = await blocksFrom(posts);
  expect(await estimateBlocks(blocks, await tallied(posts), [], inBatches(posts))).toEqual(blocks);
  const gone = [{ postId: 'gone', weight: 1, signals: [] }];
  expect(await estimateBlocks(blocks, await tallied(posts), gone, inBatches(posts))).toEqual(blocks);
});

it('suppressed blocks get no estimate', async () => {
  const posts = Array.from({ length: 4 }, () =>
    placedPost({ placements: [{ areaId: 'a', rung: 'mention', weight: 1 }] }),
  );
  const blocks = await blocksFrom(posts);
  const labels = posts.map(({ postId }) => ({ postId, weight: 1, signals: ['hate' as const] }));
  expect(await estimateBlocks(blocks, await tallied(posts), labels, inBatches(posts))).toEqual(blocks);
});
