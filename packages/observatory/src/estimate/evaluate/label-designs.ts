import { estimateAreas } from '../estimate-areas.js';
import type { SampleDesign } from '../inclusion.js';
import { jeffreysInterval } from '../proportion-interval.js';
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
  /** mean width against that of as many random labels without a model (Jeffreys' interval), over all runs, those called too few among them */
  width: number;
  /** what no interval of this kind can be narrower than: √(1 − ρ²), or mean √(s(1 − s)) over √(p(1 − p)) */
  bound: number;
  /** the bound with the chance of the posts themselves, as many as were simulated */
  boundOfPosts: number;
}

const POSTS = 20_000;

/** Mean width of Jeffreys' interval over all numbers of positives that so many random labels may hold. */
const plainWidthOf = (labels: number, rate: number): number => {
  let chance = (1 - rate) ** labels;
  let sum = 0;
  let seen = 0;
  for (let positives = 0; positives <= labels && seen < 1 - 1e-9; positives += 1) {
    seen += chance;
    if (chance > 1e-9) {
      const { low, high } = jeffreysInterval(positives, labels);
      sum += chance * (high - low);
    }
    chance *= ((labels - positives) / (positives + 1)) * (rate / (1 - rate));
  }
  return sum;
};

/** Cities as one area each: width and coverage with labels drawn in one way. */
export const measureDesign = (
  { separation, rate, labels, design }: { separation: number; rate: number; labels: number; design: SampleDesign },
  runs: number,
  seed: number,
): DesignFigures => {
  let told = 0;
  let held = 0;
  let width = 0;
  for (let run = 0; run < runs; run += 1) {
    const city = simulateCity({
      areas: [{ posts: POSTS, rate }],
      separation,
      calibratedFor: rate,
      labels,
      design,
      seed: seed + run,
    });
    const [estimate] = estimateAreas(city);
    if (!estimate) continue;
    width += estimate.high - estimate.low;
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
    width: width / runs / plainWidthOf(labels, rate),
    bound,
    boundOfPosts: Math.sqrt(bound * bound + (explained * labels) / POSTS),
  };
};
