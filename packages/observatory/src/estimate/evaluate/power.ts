import type { EstimatePost } from '../estimate.js';
import { estimateAreas } from '../estimate-areas.js';
import { benjaminiHochberg } from '../false-discovery.js';
import { twoSided } from '../normal.js';
import { simulateCity } from './simulate-city.js';

/** How often an area with twice the city's rate is found among twenty. */
export interface PowerFigures {
  separation: number;
  posts: number;
  labels: number;
  /** share of runs in which the area is called above */
  found: number;
  /** the same for a test that knows what each score means */
  reference: number;
  /** share of the other 19 areas that are called above or below */
  wrong: number;
}

const AREAS = 20;
const RATE = 0.04;
const FALSE_DISCOVERIES = 0.05;

/**
 * The test that knows the calibration exactly: mean calibrated score of an area against the city's, by its normal
 * deviate, with the same false-discovery control.
 * @returns whether the first area is called above
 */
const referenceFinds = (posts: readonly EstimatePost[]): boolean => {
  const sums = new Map<string, { count: number; sum: number }>();
  let total = 0;
  let squares = 0;
  for (const { area, score } of posts) {
    const found = sums.get(area ?? '') ?? { count: 0, sum: 0 };
    found.count += 1;
    found.sum += score;
    sums.set(area ?? '', found);
    total += score;
    squares += score * score;
  }
  const mean = total / posts.length;
  const variance = squares / posts.length - mean * mean;
  const deviates = [...sums.values()].map(
    ({ count, sum }) => (sum / count - mean) / Math.sqrt(variance * (1 / count - 1 / posts.length)),
  );
  const significant = benjaminiHochberg(deviates.map(twoSided), FALSE_DISCOVERIES);
  return significant[0] === true && (deviates[0] ?? 0) > 0;
};

/** Cities of twenty areas of one size at 4 %, the first at 8 %. */
export const measurePower = (
  { separation, posts, labels }: { separation: number; posts: number; labels: number },
  runs: number,
  seed: number,
): PowerFigures => {
  let found = 0;
  let reference = 0;
  let wrong = 0;
  for (let run = 0; run < runs; run += 1) {
    const city = simulateCity({
      areas: Array.from({ length: AREAS }, (_, area) => ({ posts, rate: area === 0 ? 2 * RATE : RATE })),
      separation,
      calibratedFor: RATE,
      labels,
      design: 'random',
      seed: seed + run,
    });
    const verdicts = estimateAreas({ ...city, options: { falseDiscoveryRate: FALSE_DISCOVERIES } });
    if (verdicts[0]?.versusCity === 'above') found += 1;
    wrong += verdicts.slice(1).filter(({ versusCity }) => versusCity !== 'cannot-tell').length;
    if (referenceFinds(city.posts)) reference += 1;
  }
  return {
    separation,
    posts,
    labels,
    found: found / runs,
    reference: reference / runs,
    wrong: wrong / (runs * (AREAS - 1)),
  };
};
