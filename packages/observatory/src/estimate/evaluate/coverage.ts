import { estimateAreas } from '../estimate-areas.js';
import { simulateCity } from './simulate-city.js';

/** How the intervals of areas of one size fared in one setting. */
export interface CoverageFigures {
  separation: number;
  rate: number;
  labels: number;
  /** posts of the area */
  posts: number;
  /** share of estimates that the program itself calls «too few labels to say» */
  tooFew: number;
  /** of the others: share whose interval holds the planted rate, and the share of true posts among those simulated */
  coverage: number | null;
  coverageOfPosts: number | null;
  told: number;
  /** of the others: median width of the interval, in planted rates */
  medianWidth: number | null;
  /** mean corrected figure and mean flag share, in planted rates (of all estimates) */
  corrected: number;
  /** mean corrected figure of those that are told */
  correctedTold: number | null;
  shrunk: number;
  raw: number;
}

export interface FlatFigures {
  /** share of areas painted above or below in cities where no area differs */
  painted: number;
  areas: number;
}

/** Small areas come often: one of them alone says little. */
const SIZES = [5, 5, 5, 5, 5, 5, 50, 50, 50, 200, 200, 1000, 1000, 3000, 5000, 5000];

const median = (values: number[]): number | null => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;

/** Of so many cities at least, and of a tenth of all, it is seen whether a setting is worth the others. */
const FIRST_LOOK = 30;
/** Share of cities told under which a setting is left at the first look: the program says «too few labels», nothing else is asked of it. */
const RARELY_TOLD = 0.1;

/** Flat cities of one setting, with areas of 5 to 5,000 posts: coverage and bias by size, and how many areas are painted. */
export const measureCoverage = (
  { separation, rate, labels }: { separation: number; rate: number; labels: number },
  runs: number,
  seed: number,
): { coverage: CoverageFigures[]; painted: number; areas: number } => {
  let painted = 0;
  const bySize = new Map(
    SIZES.map((posts) => [
      posts,
      {
        all: 0,
        told: 0,
        held: 0,
        heldPosts: 0,
        corrected: 0,
        correctedTold: 0,
        shrunk: 0,
        raw: 0,
        widths: [] as number[],
      },
    ]),
  );
  const firstLook = Math.max(FIRST_LOOK, Math.ceil(runs / 10));
  let told = 0;
  let run = 0;
  for (; run < runs; run += 1) {
    if (run === firstLook && told < RARELY_TOLD * run) break;
    const city = simulateCity({
      areas: SIZES.map((posts) => ({ posts, rate })),
      separation,
      calibratedFor: rate,
      labels,
      design: 'random',
      seed: seed + run,
    });
    const estimates = estimateAreas(city);
    if (estimates.some(({ tooFewLabels }) => !tooFewLabels)) told += 1;
    estimates.forEach((estimate, index) => {
      const sums = bySize.get(SIZES[index] ?? 0);
      if (!sums) return;
      sums.all += 1;
      sums.corrected += estimate.rate / rate;
      sums.shrunk += estimate.shrunk / rate;
      sums.raw += estimate.flagged / estimate.n / rate;
      if (estimate.versusCity !== 'cannot-tell') painted += 1;
      if (estimate.tooFewLabels) return;
      const share = city.shares[index] ?? 0;
      sums.told += 1;
      sums.correctedTold += estimate.rate / rate;
      if (estimate.low <= rate && rate <= estimate.high) sums.held += 1;
      if (estimate.low <= share && share <= estimate.high) sums.heldPosts += 1;
      sums.widths.push((estimate.high - estimate.low) / rate);
    });
  }
  const coverage = [...bySize].map(([posts, sums]) => ({
    separation,
    rate,
    labels,
    posts,
    tooFew: 1 - sums.told / sums.all,
    told: sums.told,
    coverage: sums.told > 0 ? sums.held / sums.told : null,
    coverageOfPosts: sums.told > 0 ? sums.heldPosts / sums.told : null,
    medianWidth: median(sums.widths),
    corrected: sums.corrected / sums.all,
    correctedTold: sums.told > 0 ? sums.correctedTold / sums.told : null,
    shrunk: sums.shrunk / sums.all,
    raw: sums.raw / sums.all,
  }));
  return { coverage, painted, areas: run * SIZES.length };
};
