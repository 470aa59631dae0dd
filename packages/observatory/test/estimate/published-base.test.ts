import type { Block } from '@marsad/records';
import { expect, it } from 'vitest';
import { correctByCard } from '../../src/estimate/correct-by-card.js';
import { estimateBlocks } from '../../src/estimate/estimate-blocks.js';
import { asIfOf, publishedBase } from '../../src/estimate/published-base.js';
import { seededRandom } from '../../src/estimate/seeded-random.js';
import { blocksOf } from '../../src/protect/blocks-of.js';
import type { PlacedPost } from '../../src/tally/placed-post.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { dayIn, inBatches, NO_PROBABILITY, placedPost } from '../placed-posts.js';
import { squareAreas } from './square-areas.js';

const WEEKS = ['2026-W14', '2026-W15', '2026-W16', '2026-W17'];
const areas = squareAreas(['a', 'b', 'quiet']);

/** Two loud areas, one that is hidden, and posts that name none. */
const city = (): PlacedPost[] => {
  const random = seededRandom(4);
  return Array.from({ length: 1200 }, (_, at) => {
    const place = at % 40 === 0 ? 'quiet' : ['a', 'b', null, 'a'][at % 4];
    const flagged = random.uniform() < 0.25;
    return placedPost({
      sourceId: `s${at % 7}`,
      authorHash: `author-${at % (place === 'quiet' ? 3 : 200)}`,
      publishedAt: dayIn(WEEKS[Math.floor(at / 4) % WEEKS.length] ?? ''),
      placements: [
        place === null || place === undefined
          ? { areaId: null, rung: 'city', weight: 1 }
          : { areaId: place, rung: 'mention', weight: 1 },
      ],
      verdict: {
        language: 'ara',
        stance: 'unclear',
        signals: flagged ? [{ code: 'hate', probability: 0.7, targets: [] }] : [],
        probabilities: { ...NO_PROBABILITY, hate: flagged ? 0.6 + 0.3 * random.uniform() : 0.3 * random.uniform() },
      },
    });
  });
};

const tallied = (posts: readonly PlacedPost[]) => tallyPosts(inBatches(posts), { areas });

const labelsOf = (posts: readonly PlacedPost[]) =>
  posts
    .filter((_, at) => at % 6 === 1)
    .map(({ postId, verdict }, at) => ({
      postId,
      weight: 6,
      signals: verdict?.signals.length === 1 && at % 3 > 0 ? (['hate'] as const) : [],
    }));

/** Every post and a second one beside it that differs in nothing but its id. */
const doubled = (posts: readonly PlacedPost[]): PlacedPost[] =>
  posts.flatMap((post) => [post, { ...post, postId: `${post.postId}-twin` }]);

const CARD = { hate: [{ positives: 200, positivesFlagged: 160, harmless: 1000, harmlessFlagged: 50 }] };

it('twice as many posts behind blocks that keep their answer change no estimate: numbers come from what is published', async () => {
  const posts = city();
  const blocks = blocksOf(await tallyPosts(inBatches(posts), { areas }));
  const labels = labelsOf(posts);
  const before = await estimateBlocks(blocks, await tallied(posts), labels, inBatches(posts));
  const after = await estimateBlocks(blocks, await tallied(doubled(posts)), labels, inBatches(doubled(posts)));
  expect(before.some((block) => block.status === 'shown' && block.figures.estimates?.hate)).toBe(true);
  expect(after).toEqual(before);

  const twice = await tallied(doubled(posts));
  expect(correctByCard(blocks, twice, CARD)).toEqual(correctByCard(blocks, await tallied(posts), CARD));
});

it('which hidden place a hidden post stands in changes no estimate', async () => {
  const posts = city();
  const blocks = blocksOf(await tallyPosts(inBatches(posts), { areas }));
  expect(blocks.some((block) => block.area === 'quiet' && block.status === 'shown')).toBe(false);
  const elsewhere = posts.map((post): PlacedPost => {
    const [place] = post.placements;
    return place?.areaId === 'quiet' ? { ...post, placements: [{ areaId: null, rung: 'city', weight: 1 }] } : post;
  });
  const labels = labelsOf(posts);
  expect(await estimateBlocks(blocks, await tallied(elsewhere), labels, inBatches(elsewhere))).toEqual(
    await estimateBlocks(blocks, await tallied(posts), labels, inBatches(posts)),
  );
});

const shown = (area: string | null, weeks: [string, string], posts: number): Block => ({
  area,
  weeks,
  status: 'shown',
  figures: { posts } as Extract<Block, { status: 'shown' }>['figures'],
});

it('the city in some weeks is what its blocks say, in part where they are longer, and never less than twice its largest part', () => {
  const base = publishedBase([
    shown(null, ['2026-W10', '2026-W13'], 400),
    shown(null, ['2026-W14', '2026-W14'], 90),
    shown('a', ['2026-W10', '2026-W10'], 70),
    shown('b', ['2026-W11', '2026-W12'], 20),
  ]);
  expect(base.postsIn(['2026-W10', '2026-W13'])).toBe(400);
  expect(base.postsIn(['2026-W10', '2026-W14'])).toBe(490);
  expect(base.postsIn(['2026-W11', '2026-W12'])).toBe(200);
  expect(base.postsIn(['2026-W10', '2026-W10'])).toBe(140);
  expect(base.shareIn(['2026-W13', '2026-W14'], new Set(base.lots.slice(1)))).toBe(0.5);
});

it('where the city itself is hidden, its neighbourhoods’ blocks stand for it', () => {
  const base = publishedBase([
    { area: null, weeks: ['2026-W10', '2026-W11'], status: 'suppressed', reason: 'protects-another-cell' },
    shown('a', ['2026-W10', '2026-W10'], 70),
    shown('b', ['2026-W10', '2026-W10'], 20),
  ]);
  expect(base.lots.map(({ area }) => area)).toEqual(['a', 'b']);
  expect(base.postsIn(['2026-W10', '2026-W10'])).toBe(90);
});

it('counts as if of another number of posts keep their shares', () => {
  const scaled = asIfOf(10, { posts: 4, flagged: 2, strata: [new Map([[3, 1]]), new Map([[-2, 3]])] });
  expect(scaled).toEqual({ posts: 10, flagged: 5, strata: [new Map([[3, 2.5]]), new Map([[-2, 7.5]])] });
});
