import { type AreaCollection, type Block, type ProtectionRules, SIGNALS, type Signal } from '@marsad/records';
import type { CardErrors } from '../../estimate/card-errors.js';
import { correctByCard } from '../../estimate/correct-by-card.js';
import { estimateBlocks, type PostLabel } from '../../estimate/estimate-blocks.js';
import { inRange, keyOf } from '../../estimate/periods-of-blocks.js';
import { seededRandom } from '../../estimate/seeded-random.js';
import { overallEstimates } from '../../findings/overall-estimates.js';
import { periodsBy } from '../../tally/period.js';
import type { PlacedPost } from '../../tally/placed-post.js';
import { tallyPosts } from '../../tally/tally-posts.js';
import type { ShownBlock } from '../keep-published.js';
import type { Recovered } from './attack-margins.js';
import { cellOf } from './true-cells.js';

/** All that is published of blocks, from the posts behind them. */
export type Publish = (blocks: readonly Block[], posts: readonly PlacedPost[]) => Promise<readonly unknown[]>;

/** A card that knows much: its estimates follow the counts closely. */
const CARD: CardErrors = Object.fromEntries(
  SIGNALS.map((signal) => [signal, [{ positives: 2000, positivesFlagged: 1600, harmless: 9000, harmlessFlagged: 90 }]]),
);

/** One post in so many is labelled. */
const ONE_IN = 6;

const weekOfPost = periodsBy('week');
const isIn = (post: PlacedPost, { area, weeks }: Pick<Block, 'area' | 'weeks'>): boolean =>
  inRange(weekOfPost(post.publishedAt), weeks) &&
  (area === null || post.placements.some(({ areaId }) => areaId === area));

async function* oneBatch(posts: readonly PlacedPost[]): AsyncGenerator<readonly PlacedPost[]> {
  yield posts;
}

/**
 * What a city publishes with labels, and before it had any, of single blocks and of all together: both are read by the
 * attacker. Clusters are left out: they are made of the overall shares alone.
 */
export const publishEstimates =
  (areas: AreaCollection, labels: readonly PostLabel[]): Publish =>
  async (blocks, posts) => {
    const tallied = await tallyPosts(oneBatch(posts), { areas });
    const ids = new Set(labels.map(({ postId }) => postId));
    const labelled = posts.filter(({ postId }) => ids.has(postId));
    return [
      ...(await estimateBlocks(blocks, tallied, labels, oneBatch(labelled))),
      ...correctByCard(blocks, tallied, CARD),
      ...(await overallEstimates(blocks, tallied, labels, oneBatch(labelled), undefined)),
      ...(await overallEstimates(blocks, tallied, [], oneBatch([]), CARD)),
    ];
  };

/**
 * The posts with scores that lean towards their flags, and labels of some of them that mostly agree.
 * @param seed the same seed gives the same scores and labels
 */
export const scoredAndLabelled = (
  posts: readonly PlacedPost[],
  seed: number,
): { posts: PlacedPost[]; labels: PostLabel[] } => {
  const random = seededRandom(seed);
  const labels: PostLabel[] = [];
  const scored = posts.map((post, at): PlacedPost => {
    if (post.verdict === null) return post;
    const { verdict } = post;
    const found = new Set(verdict.signals.map(({ code }) => code));
    const score = (signal: Signal): number => (found.has(signal) ? 0.5 : 0.02) + 0.45 * random.uniform();
    const probabilities = {
      hate: score('hate'),
      extremism: score('extremism'),
      polarisation: score('polarisation'),
      offensive: score('offensive'),
      bridging: score('bridging'),
    };
    const agrees = random.uniform() < 0.8;
    if (at % ONE_IN === 0) labels.push({ postId: post.postId, weight: ONE_IN, signals: agrees ? [...found] : [] });
    return { ...post, verdict: { ...verdict, probabilities } };
  });
  return { posts: scored, labels };
};

const UNPLACED: PlacedPost['placements'] = [{ areaId: null, rung: 'city', weight: 1 }];

/** The same posts, with so many in the hidden block that its number is off by two and more, and all figures of the city the same. */
const withAnotherCount = (posts: readonly PlacedPost[], hidden: Block): PlacedPost[] | null => {
  const own = posts.filter((post) => isIn(post, hidden));
  if (own.length >= 2) {
    const left = new Set(own.filter(({ placements }) => placements.length === 1).map(({ postId }) => postId));
    if (left.size >= 2) return posts.map((post) => (left.has(post.postId) ? { ...post, placements: UNPLACED } : post));
  }
  const free = posts.filter(
    (post) =>
      inRange(weekOfPost(post.publishedAt), hidden.weeks) && post.placements.every(({ areaId }) => areaId === null),
  );
  if (free.length < 2 || hidden.area === null) return null;
  const [one, two] = free;
  const into = new Set([one?.postId, two?.postId]);
  const placements: PlacedPost['placements'] = [{ areaId: hidden.area, rung: 'mention', weight: 1 }];
  return posts.map((post) => (into.has(post.postId) ? { ...post, placements } : post));
};

/** Every post and another like it: kept answers stay, and what came later is told by nothing but the shares. */
const twice = (posts: readonly PlacedPost[]): PlacedPost[] =>
  posts.flatMap((post) => [post, { ...post, postId: `${post.postId} again` }]);

/** How far a reader tries to shift the number that is left beside the shown blocks. */
const SHIFTS = [2, 3, 5, 8, 13, -2];

/**
 * An attacker who knows the method, every label and the score of every post, and of the hidden cells all but where their
 * posts stand or how many there are: if the figures that were published would be the same in a city in which the number is off by
 * two or more, and every published count the same, then they do not tell it. Tried are the posts of every hidden block; what came
 * to a block after it was published; and what is left of the city, in the weeks of each shown block, beside the blocks shown inside
 * them, by the verdicts against the city.
 * @param city the posts that the blocks were made of, and its areas
 */
export const attackEstimates = async (
  blocks: readonly Block[],
  { posts, areas }: { posts: readonly PlacedPost[]; areas: AreaCollection },
  rules: ProtectionRules,
  publish: Publish,
): Promise<Recovered> => {
  const found: Recovered = { cells: [], attacked: 0 };
  const published = JSON.stringify(await publish(blocks, posts));
  const isSame = async (others: readonly PlacedPost[]): Promise<boolean> =>
    JSON.stringify(await publish(blocks, others)) === published;

  const hidden = blocks.filter(
    (block) =>
      block.status === 'suppressed' &&
      block.area !== null &&
      cellOf(
        posts.filter((post) => isIn(post, block)),
        rules,
      ).underThreshold,
  );
  found.attacked += hidden.length;
  // All at once: if that changes nothing, neither does any of them.
  const allMoved = hidden.reduce<readonly PlacedPost[]>((all, block) => withAnotherCount(all, block) ?? all, posts);
  if (!(await isSame(allMoved))) {
    for (const block of hidden) {
      const others = withAnotherCount(posts, block);
      if (others !== null && (await isSame(others))) continue;
      const { length } = posts.filter((post) => isIn(post, block));
      found.cells.push(`${block.area}, ${keyOf(block.weeks)}: ${length} posts, told by the estimates`);
    }
  }

  const revised = blocks.filter((block): block is ShownBlock => {
    if (block.status !== 'shown') return false;
    const more = posts.filter((post) => isIn(post, block)).length - block.figures.posts;
    return more > 0 && more < rules.minimumPosts;
  });
  found.attacked += revised.length;
  if (revised.length > 0 && !(await isSame(twice(posts))))
    for (const { area, weeks } of revised)
      found.cells.push(`${area ?? 'the city'}, ${keyOf(weeks)}: what came later, told by the estimates`);

  const city = (await tallyPosts(oneBatch(posts), { areas })).cells.get(null) ?? new Map<string, never>();
  const verdicts = (of: typeof city): string =>
    JSON.stringify(correctByCard(blocks, { cells: new Map<string | null, typeof city>([[null, of]]) }, CARD));
  const told = verdicts(city);
  const cityWeeks = new Set(
    blocks.flatMap(({ area, weeks, status }) => (area === null && status === 'shown' ? [keyOf(weeks)] : [])),
  );
  const seen = new Set<string>();
  for (const { area, weeks, status } of blocks) {
    const key = keyOf(weeks);
    if (area === null || status !== 'shown' || weeks === null || seen.has(key) || cityWeeks.has(key)) continue;
    seen.add(key);
    const inside = blocks.filter(
      (block): block is ShownBlock =>
        block.status === 'shown' &&
        block.area !== null &&
        block.weeks !== null &&
        weeks[0] <= block.weeks[0] &&
        block.weeks[1] <= weeks[1],
    );
    const left = posts.filter(
      (post) => inRange(weekOfPost(post.publishedAt), weeks) && !inside.some((block) => isIn(post, block)),
    );
    if (!cellOf(left, rules).underThreshold) continue;
    found.attacked += 1;
    const own = [...city].filter(([week]) => inRange(week, weeks));
    const first = own[0];
    const all = own.reduce((sum, [, { posts: count }]) => sum + count, 0);
    const isOpen = SHIFTS.some((shift) => {
      if (!first || left.length + shift < 0) return false;
      const [week, cell] = first;
      const more = (signal: Signal): number => {
        const flagged = own.reduce((sum, [, of]) => sum + of.flagged[signal], 0);
        const most = left.filter(({ verdict }) => verdict?.signals.some(({ code }) => code === signal)).length;
        return Math.max(-most, Math.round((flagged * shift) / all));
      };
      const flagged = { ...cell.flagged };
      for (const signal of SIGNALS) flagged[signal] += more(signal);
      const other = new Map(city);
      other.set(week, { ...cell, posts: cell.posts + shift, flagged });
      return verdicts(other) === told;
    });
    if (!isOpen) found.cells.push(`beside the shown blocks, ${key}: ${left.length} posts, told by the verdicts`);
  }
  return found;
};
