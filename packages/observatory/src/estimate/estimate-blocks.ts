import { type Block, entersFigures, SIGNALS, type Signal, type SignalEstimate, weekOf } from '@marsad/records';
import { isElsewhere, type PlacedPost, UNDATED } from '../tally/placed-post.js';
import type { CityLabel } from './city-rate.js';
import type { AreaEstimate } from './estimate.js';
import { estimateCells } from './estimate-areas.js';
import type { Cell } from './gather-cells.js';
import { inRange, keyOf } from './periods-of-blocks.js';
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
 * added.
 * @param placed the posts that the blocks were made of
 */
export const estimateBlocks = async (
  blocks: readonly Block[],
  placed: () => AsyncIterable<readonly PlacedPost[]>,
  labels: readonly PostLabel[],
): Promise<Block[]> => {
  if (labels.length === 0) return [...blocks];
  const { counts, seen } = await countPosts(placed(), new Set(labels.map(({ postId }) => postId)));
  const estimates = new Map<Block, Partial<Record<Signal, SignalEstimate>>>();
  for (const signal of SIGNALS) {
    const known = labels.flatMap(({ postId, weight, signals }) => {
      const post = seen.get(postId);
      return post ? [{ post, weight, truth: signals.includes(signal) }] : [];
    });
    if (known.length === 0) continue;
    const strata = strataOf(known.map(({ post, truth }) => ({ language: post.language, truth })));
    const all = known.map(({ post, weight, truth }) => ({
      post,
      label: { step: post.steps[signal], stratum: strata.of(post.language), truth, weight } satisfies CityLabel,
    }));
    const countsOf = (area: string | null, takes: (week: string) => boolean): ScoreCounts => {
      const sum = noScores(strata.count);
      for (const [week, signals] of counts.get(area) ?? []) {
        if (!takes(week)) continue;
        for (const [language, { posts, flagged, strata: own }] of signals.get(signal) ?? []) {
          const stratum = strata.of(language);
          const placedIn = noScores(strata.count);
          const [byStep] = own;
          if (byStep) placedIn.strata[stratum] = byStep;
          addCounts(sum, { ...placedIn, posts, flagged });
        }
      }
      return sum;
    };
    const sampledWeeks = new Set(all.map(({ post }) => post.week));
    const ranges = new Map<string, Block['weeks']>();
    const cells: (Cell & { block: Block })[] = [];
    for (const block of blocks) {
      if (block.status !== 'shown') continue;
      const { area, weeks } = block;
      ranges.set(keyOf(weeks), weeks);
      cells.push({
        block,
        area,
        period: keyOf(weeks),
        counts: countsOf(area, (week) => inRange(week, weeks)),
        sampled: countsOf(area, (week) => inRange(week, weeks) && sampledWeeks.has(week)).posts,
        labels: all.flatMap(({ post, label }) =>
          inRange(post.week, weeks) && (area === null || post.areas.includes(area)) ? [label] : [],
        ),
      });
    }
    const periods = new Map<string, ScoreCounts>();
    const labelsByPeriod = new Map<string, CityLabel[]>();
    const sampledByPeriod = new Map<string, number>();
    for (const [key, weeks] of ranges) {
      periods.set(
        key,
        countsOf(null, (week) => inRange(week, weeks)),
      );
      sampledByPeriod.set(key, countsOf(null, (week) => inRange(week, weeks) && sampledWeeks.has(week)).posts);
      const own = all.flatMap(({ post, label }) => (inRange(post.week, weeks) ? [label] : []));
      if (own.length > 0) labelsByPeriod.set(key, own);
    }
    const found = estimateCells({
      cells,
      periods,
      labelsByPeriod,
      sampledByPeriod,
      sampled: countsOf(null, (week) => sampledWeeks.has(week)),
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
