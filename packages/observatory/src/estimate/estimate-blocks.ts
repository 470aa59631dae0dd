import { type Block, entersFigures, SIGNALS, type Signal, type SignalEstimate, weekOf } from '@marsad/records';
import { isElsewhere, type PlacedPost, UNDATED } from '../tally/placed-post.js';
import type { CityLabel } from './city-rate.js';
import type { AreaEstimate } from './estimate.js';
import { estimateCells } from './estimate-areas.js';
import type { Cell } from './gather-cells.js';
import { inRange, keyOf } from './periods-of-blocks.js';
import { asIfOf, publishedBase } from './published-base.js';
import { rounded } from './rounded.js';
import { addCounts, countScore, noScores, type ScoreCounts, scoreStep } from './score-counts.js';
import { strataOf } from './strata.js';

/** What people said of one post of a sample. */
export interface PostLabel {
  postId: string;
  /** inverse of the chance with which it was drawn, up to a common factor */
  weight: number;
  /** the signals that it carries and stands behind */
  signals: readonly Signal[];
}

/** A post whose stance keeps it out of the figures is that much less likely to be truly of a signal. */
const OTHER_STANCE = 0.1;

/** Posts of one area and week, by language and score. */
type Counts = Map<string, ScoreCounts>;

type ShownBlock = Extract<Block, { status: 'shown' }>;

interface Seen {
  areas: string[];
  week: string;
  language: string;
  steps: Record<Signal, number>;
}

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

/** All posts by area (null: the city, every post once), week, signal and language, and what was seen of labelled ones. */
const countPosts = async (
  placed: AsyncIterable<readonly PlacedPost[]>,
  labelled: ReadonlySet<string>,
): Promise<{ counts: Map<string | null, Map<string, Map<Signal, Counts>>>; seen: Map<string, Seen> }> => {
  const counts = new Map<string | null, Map<string, Map<Signal, Counts>>>();
  const seen = new Map<string, Seen>();
  const add = (
    area: string | null,
    { week, language, steps }: Omit<Seen, 'areas'>,
    flagged: ReadonlySet<Signal>,
  ): void => {
    const weeks = counts.get(area) ?? new Map<string, Map<Signal, Counts>>();
    counts.set(area, weeks);
    const signals = weeks.get(week) ?? new Map<Signal, Counts>();
    weeks.set(week, signals);
    for (const signal of SIGNALS) {
      const byLanguage: Counts = signals.get(signal) ?? new Map<string, ScoreCounts>();
      signals.set(signal, byLanguage);
      const scores = byLanguage.get(language) ?? noScores(1);
      byLanguage.set(language, scores);
      countScore(scores, 0, steps[signal], flagged.has(signal));
    }
  };
  for await (const posts of placed) {
    for (const post of posts) {
      const { verdict, copyOf, publishedAt, postId } = post;
      if (verdict === null || copyOf !== null || isElsewhere(post)) continue;
      const areas = [...new Set(post.placements.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))];
      const stepOf = (signal: Signal): number =>
        scoreStep(verdict.probabilities[signal] * (entersFigures(signal, verdict.stance) ? 1 : OTHER_STANCE));
      const one = {
        week: publishedAt === null ? UNDATED : weekOf(publishedAt),
        language: verdict.language,
        steps: {
          hate: stepOf('hate'),
          extremism: stepOf('extremism'),
          polarisation: stepOf('polarisation'),
          offensive: stepOf('offensive'),
          bridging: stepOf('bridging'),
        },
      };
      const flagged = new Set(
        verdict.signals.flatMap(({ code }) => (entersFigures(code, verdict.stance) ? [code] : [])),
      );
      for (const area of [null, ...areas]) add(area, one, flagged);
      if (labelled.has(postId)) seen.set(postId, { ...one, areas });
    }
  }
  return { counts, seen };
};

/**
 * The shown blocks with estimates beside their counts, for every signal: an area is compared with the city in the same weeks,
 * and every block corrected by the labels of the whole city. Suppressed blocks stay as they are. Without labels nothing is
 * added. Numbers of posts enter as they were published; of what is hidden only the mix of scores enters, in the city's share, and
 * labels outside of the weeks that the city shows (or, where it shows none, of the blocks that its neighbourhoods show) are left out.
 * @param placed the posts that the blocks were made of
 */
export const estimateBlocks = async (
  blocks: readonly Block[],
  placed: () => AsyncIterable<readonly PlacedPost[]>,
  labels: readonly PostLabel[],
): Promise<Block[]> => {
  if (labels.length === 0) return [...blocks];
  const { counts, seen } = await countPosts(placed(), new Set(labels.map(({ postId }) => postId)));
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
