import { type Block, SIGNALS, type Signal, type SignalEstimate } from '@marsad/records';
import type { PlacedPost } from '../tally/placed-post.js';
import type { Tallied } from '../tally/tally-posts.js';
import type { CityLabel } from './city-rate.js';
import type { AreaEstimate } from './estimate.js';
import { estimateCells } from './estimate-areas.js';
import type { Cell } from './gather-cells.js';
import { inRange, keyOf } from './periods-of-blocks.js';
import { asIfOf, publishedBase } from './published-base.js';
import { rounded } from './rounded.js';
import { addCounts, noScores, type ScoreCounts } from './score-counts.js';
import { type Seen, scoresOfCells, seenPosts } from './scores-of-cells.js';
import { strataOf } from './strata.js';

/** What people said of one post of a sample. */
export interface PostLabel {
  postId: string;
  /** inverse of the chance with which it was drawn, up to a common factor */
  weight: number;
  /** the signals that it carries and stands behind */
  signals: readonly Signal[];
}

type ShownBlock = Extract<Block, { status: 'shown' }>;

const shrunkOf = ({ shrunk, shrunkLow, shrunkHigh, low, high }: AreaEstimate) =>
  shrunkHigh - shrunkLow > high - low
    ? {}
    : { shrunk: rounded(shrunk), shrunkLow: rounded(shrunkLow), shrunkHigh: rounded(shrunkHigh) };

const figuresOf = (estimate: AreaEstimate, area: string | null, labels: number): SignalEstimate => ({
  rate: rounded(estimate.rate),
  low: rounded(estimate.low),
  high: rounded(estimate.high),
  ...(area === null ? {} : shrunkOf(estimate)),
  versusCity: estimate.versusCity,
  method: 'labels',
  labels,
  tooFewLabels: estimate.tooFewLabels,
});

/**
 * The shown blocks with estimates beside their counts, for every signal: an area is compared with the city in the same weeks,
 * and every block corrected by the labels of the whole city. Suppressed blocks stay as they are. Without labels nothing is
 * added. Numbers of posts enter as they were published; of what is hidden only the mix of scores enters, in the city's share, and
 * labels outside of the weeks that the city shows (or, where it shows none, of the blocks that its neighbourhoods show) are left out.
 * @param tallied what the blocks were made of
 * @param labelled the labelled posts
 */
export const estimateBlocks = async (
  blocks: readonly Block[],
  tallied: Pick<Tallied, 'cells'>,
  labels: readonly PostLabel[],
  labelled: AsyncIterable<readonly PlacedPost[]>,
): Promise<Block[]> => {
  if (labels.length === 0) return [...blocks];
  const counts = scoresOfCells(tallied);
  const seen = await seenPosts(labelled);
  const base = publishedBase(blocks);
  const lotOf = ({ week, areas }: Seen): ShownBlock | undefined =>
    base.lots.find(({ area, weeks }) => inRange(week, weeks) && (area === null || areas.includes(area)));
  const known = labels.flatMap(({ postId, weight, signals }) => {
    const post = seen.get(postId);
    const lot = post && lotOf(post);
    return post && lot ? [{ post, lot, weight, signals }] : [];
  });
  if (known.length === 0) return [...blocks];
  const sampledLots = new Set(known.map(({ lot }) => lot));
  const ownLots = base.lots.some(({ area }) => area !== null);
  const shareSampled = (block: ShownBlock): number =>
    ownLots ? (sampledLots.has(block) ? 1 : 0) : base.shareIn(block.weeks, sampledLots);
  const estimates = new Map<Block, Partial<Record<Signal, SignalEstimate>>>();
  for (const signal of SIGNALS) {
    const strata = strataOf(
      known.map(({ post, signals }) => ({ language: post.language, truth: signals.includes(signal) })),
    );
    const all = known.map(({ post, weight, signals }) => ({
      post,
      label: {
        step: post.steps[signal],
        stratum: strata.of(post.language),
        truth: signals.includes(signal),
        weight,
      } satisfies CityLabel,
    }));
    const countsOf = (area: string | null, weeks: Block['weeks']): ScoreCounts => {
      const sum = noScores(strata.count);
      for (const [week, bySignal] of counts.get(area) ?? []) {
        if (!inRange(week, weeks)) continue;
        for (const [language, { posts, flagged, strata: own }] of bySignal.get(signal) ?? []) {
          const placedIn = noScores(strata.count);
          const [byStep] = own;
          if (byStep) placedIn.strata[strata.of(language)] = byStep;
          addCounts(sum, { ...placedIn, posts, flagged });
        }
      }
      return sum;
    };
    const ranges = new Map<string, Block['weeks']>();
    const cells: (Cell & { block: Block })[] = [];
    for (const block of blocks) {
      if (block.status !== 'shown') continue;
      const { area, weeks, figures } = block;
      const scores = countsOf(area, weeks);
      if (scores.posts === 0) continue;
      ranges.set(keyOf(weeks), weeks);
      cells.push({
        block,
        area,
        period: keyOf(weeks),
        counts: asIfOf(figures.posts, scores),
        sampled: figures.posts * shareSampled(block),
        labels: all.flatMap(({ post, label }) =>
          inRange(post.week, weeks) && (area === null || post.areas.includes(area)) ? [label] : [],
        ),
      });
    }
    const periods = new Map<string, ScoreCounts>();
    const labelsByPeriod = new Map<string, CityLabel[]>();
    const sampledByPeriod = new Map<string, number>();
    for (const [key, weeks] of ranges) {
      const posts = base.postsIn(weeks);
      periods.set(key, asIfOf(posts, countsOf(null, weeks)));
      sampledByPeriod.set(key, posts * base.shareIn(weeks, sampledLots));
      const own = all.flatMap(({ post, label }) => (inRange(post.week, weeks) ? [label] : []));
      if (own.length > 0) labelsByPeriod.set(key, own);
    }
    const sampled = noScores(strata.count);
    for (const { area, weeks, figures } of sampledLots)
      addCounts(sampled, asIfOf(figures.posts, countsOf(area, weeks)));
    const found = estimateCells({
      cells,
      periods,
      labelsByPeriod,
      sampledByPeriod,
      sampled,
      labels: all.map(({ label }) => label),
    });
    cells.forEach(({ block }, index) => {
      const estimate = found[index];
      if (estimate)
        estimates.set(block, { ...estimates.get(block), [signal]: figuresOf(estimate, block.area, all.length) });
    });
  }
  return blocks.map((block) => {
    const own = estimates.get(block);
    return block.status === 'shown' && own ? { ...block, figures: { ...block.figures, estimates: own } } : block;
  });
};
