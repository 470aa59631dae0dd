import { estimateAreas } from '../estimate-areas.js';
import type { SampleDesign } from '../inclusion.js';
import { jeffreysInterval } from '../proportion-interval.js';
import { seededRandom } from '../seeded-random.js';
import { scoreMoments } from './score-moments.js';
import { simulateCity } from './simulate-city.js';

/** How narrow the city's interval gets by one way to draw labels. */
export interface DesignFigures {
  separation: number;
  rate: number;
  labels: number;
  design: SampleDesign;
  /** share of runs that the program calls «too few labels to say» */
  tooFew: number;
  /** of the others: share of intervals that hold the planted rate */
  coverage: number | null;
  /** mean width against that of as many random labels without a model (Jeffreys' interval), over all runs */
  width: number;
  /** what no interval of this kind can be narrower than: √(1 − ρ²), or mean √(s(1 − s)) over √(p(1 − p)) */
  bound: number;
  /** the bound with the chance of the posts themselves, as many as were simulated */
  boundOfPosts: number;
}

const POSTS = 20_000;

/**
 * Cities as one area each: width and coverage with labels drawn in one way.
 * @param seeds of the cities, and of the random labels without a model beside them
 */
export const measureDesign = (
  { separation, rate, labels, design }: { separation: number; rate: number; labels: number; design: SampleDesign },
  runs: number,
  seeds: { city: number; plain: number },
): DesignFigures => {
  let told = 0;
  let held = 0;
  let width = 0;
  let plainWidth = 0;
  for (let run = 0; run < runs; run += 1) {
    const city = simulateCity({
      areas: [{ posts: POSTS, rate }],
      separation,
      calibratedFor: rate,
      labels,
      design,
      seed: seeds.city + run,
    });
    const [estimate] = estimateAreas(city);
    if (!estimate) continue;
    width += estimate.high - estimate.low;
    const random = seededRandom(seeds.plain + run);
    let positives = 0;
    for (let label = 0; label < labels; label += 1) if (random.uniform() < rate) positives += 1;
    const plain = jeffreysInterval(positives, labels);
    plainWidth += plain.high - plain.low;
    if (estimate.tooFewLabels) continue;
    told += 1;
    if (estimate.low <= rate && rate <= estimate.high) held += 1;
  }
  const { randomWidth, efficientWidth, explained } = scoreMoments(rate, separation);
  const bound = design === 'random' ? randomWidth : efficientWidth;
  return {
    separation,
    rate,
    labels,
    design,
    tooFew: 1 - told / runs,
    coverage: told > 0 ? held / told : null,
    width: width / plainWidth,
    bound,
    boundOfPosts: Math.sqrt(bound * bound + (explained * labels) / POSTS),
  };
};
