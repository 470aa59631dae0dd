import type { CityLabel, CityRate } from './city-rate.js';
import { fromLogOdds, logOdds } from './log-odds.js';
import { normalBelow } from './normal.js';
import { type ScoreCounts, stepLogOdds } from './score-counts.js';

/** Where the curve is worked out: log-odds by which the area lies over the city; the first stands for a share of 0. */
const NONE = -40;
const GRID: readonly number[] = [
  NONE,
  ...Array.from({ length: 10 }, (_, at) => -12 + at),
  ...Array.from({ length: 41 }, (_, at) => -2.4 + at * 0.12),
  ...Array.from({ length: 14 }, (_, at) => 2.8 + at * 0.4),
  9.5,
  12,
  20,
];

/** What an area's own posts and labels say of how far it lies from the city. */
export interface AreaCurve {
  /** log-odds over the city, where the likelihood is greatest; −40 stands for a share of 0 */
  shift: number;
  /**
   * information about the shift at 0: the inverse of the variance that an estimate of it has when the area is like the city.
   * It is what so many posts of the city tell on average: if it hung on the area's own scores, areas whose posts happen to
   * score high would count for more, and estimates would lean
   */
  information: number;
  /** estimate of the shift by one step of the score function from 0: no bias when the area is like the city */
  oneStep: number;
  /** confidence that the shift is at most this */
  confidence(shift: number): number;
  /** signed root of the likelihood ratio: standard normal when the shift is the true one, negative when it is under the best */
  root(shift: number): number;
  /** log-odds of the share that the area would have at shift 0, given its mix of strata */
  baseline: number;
  /** mean calibrated probability of its posts, unshifted */
  meanPrediction: number;
}

export interface CurveOptions {
  /**
   * variance of the difference from the posts that were sampled, as a multiple of the area's own: 1 minus the area's share
   * of them where it is a part of them (0: the area is all of them)
   */
  apart: { posts: number; labels: number };
  /** slope of the calibration when another is tried than the best */
  intercepts?: readonly number[];
  slope?: number;
}

/**
 * How far an area lies from the city, by the classifier's scores of its posts: they are a mixture of the scores of true
 * and of false posts, and the city's calibration says what each looks like, so the likelihood of the mixture tells the
 * share (label shift: Saerens, Latinne & Decaestecker, Neural Computation 14 (2002)). Labels of the area's own posts
 * count as what they are. What is told here is relative to the city: an error of the city's own figure moves
 * all areas alike, and is no part of the curve.
 *
 * An area is part of its city, so it differs from it less than from a stranger: `apart` says by how much, and all weights
 * are divided by it. The confidence is that of the signed root of the likelihood ratio (Barndorff-Nielsen & Cox,
 * Inference and Asymptotics (1994), section 3.4): right up to the edge at 0 and for skewed likelihoods.
 */
export const areaCurve = (
  counts: ScoreCounts,
  labels: readonly Pick<CityLabel, 'step' | 'stratum' | 'truth'>[],
  city: CityRate,
  { apart, intercepts = city.calibration.intercepts, slope = city.calibration.slope }: CurveOptions,
): AreaCurve => {
  const shares = city.shares;
  const size = counts.strata.reduce((sum, byStep) => sum + byStep.size, 0);
  const group = {
    count: new Float64Array(size),
    base: new Float64Array(size),
    rise: new Float64Array(size),
  };
  /** per stratum: where its groups end */
  const ends: number[] = [];
  let filled = 0;
  const mix: number[] = [];
  let predictions = 0;
  let expected = 0;
  counts.strata.forEach((byStep, stratum) => {
    const share = shares[stratum] ?? 0;
    let posts = 0;
    for (const [step, count] of byStep) {
      const probability = fromLogOdds((intercepts[stratum] ?? 0) + slope * stepLogOdds(step));
      const base = (1 - probability) / (1 - share);
      group.count[filled] = count;
      group.base[filled] = base;
      group.rise[filled] = probability / share - base;
      filled += 1;
      posts += count;
      predictions += count * probability;
    }
    expected += posts * (city.information[stratum] ?? 0);
    mix.push(counts.posts > 0 ? posts / counts.posts : 0);
    ends.push(filled);
  });
  const postsWeigh = 1 / Math.max(1e-9, apart.posts);
  const labelsWeigh = 1 / Math.max(1e-9, apart.labels);
  // Labels of one score and truth count together.
  const alike = new Map<string, { count: number; truth: boolean; logit: number }>();
  for (const { step, stratum, truth } of labels) {
    const key = `${step} ${stratum} ${truth}`;
    const found = alike.get(key);
    if (found) found.count += 1;
    else alike.set(key, { count: 1, truth, logit: (intercepts[stratum] ?? 0) + slope * stepLogOdds(step) });
  }
  const own = [...alike.values()];
  const shifted = (shift: number): number[] =>
    shares.map((share) => (shift === NONE ? 0 : fromLogOdds(logOdds(share) + shift)));
  const likelihood = (shift: number): number => {
    const at = shifted(shift);
    let sum = 0;
    let index = 0;
    ends.forEach((end, stratum) => {
      const there = at[stratum] ?? 0;
      for (; index < end; index += 1)
        sum += (group.count[index] ?? 0) * Math.log((group.base[index] ?? 0) + there * (group.rise[index] ?? 0));
    });
    let told = 0;
    for (const { count, truth, logit } of own) {
      const eta = logit + shift;
      told -= count * (Math.log1p(Math.exp(-Math.abs(eta))) + Math.max(0, truth ? -eta : eta));
    }
    return sum * postsWeigh + told * labelsWeigh;
  };

  const values = GRID.map(likelihood);
  let best = 0;
  values.forEach((value, index) => {
    if (value > (values[best] ?? Number.NEGATIVE_INFINITY)) best = index;
  });
  let shift = GRID[best] ?? 0;
  let top = values[best] ?? 0;
  if (best > 1) {
    let low = GRID[best - 1] ?? shift;
    let high = GRID[best + 1] ?? shift;
    const golden = (Math.sqrt(5) - 1) / 2;
    let a = high - golden * (high - low);
    let b = low + golden * (high - low);
    let [atA, atB] = [likelihood(a), likelihood(b)];
    for (let round = 0; round < 13; round += 1) {
      if (atA >= atB) {
        [high, b, atB] = [b, a, atA];
        a = high - golden * (high - low);
        atA = likelihood(a);
      } else {
        [low, a, atA] = [a, b, atB];
        b = low + golden * (high - low);
        atB = likelihood(b);
      }
    }
    const middle = (low + high) / 2;
    const reached = likelihood(middle);
    if (reached > top) {
      shift = middle;
      top = reached;
    }
  }
  const rootOf = (value: number, at: number): number =>
    Math.sign(at - shift) * Math.sqrt(Math.max(0, 2 * (top - value)));
  const points = GRID.map((at, index) => ({ at, root: rootOf(values[index] ?? 0, at) }));
  points.push({ at: shift, root: 0 });
  points.sort((a, b) => a.at - b.at || a.root - b.root);
  const root = (at: number): number => {
    if (at <= NONE) return points[0]?.root ?? 0;
    let low = 0;
    let high = points.length - 1;
    if (at >= (points[high]?.at ?? 0)) return points[high]?.root ?? 0;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((points[middle]?.at ?? 0) <= at) low = middle;
      else high = middle;
    }
    const left = points[low];
    const right = points[high];
    if (!left || !right || right.at === left.at) return right?.root ?? 0;
    return left.root + ((right.root - left.root) * (at - left.at)) / (right.at - left.at);
  };

  let score = 0;
  let index = 0;
  ends.forEach((end, stratum) => {
    const share = shares[stratum] ?? 0;
    for (; index < end; index += 1) score += (group.count[index] ?? 0) * share * (1 - share) * (group.rise[index] ?? 0);
  });
  score *= postsWeigh;
  let information = expected * postsWeigh;
  for (const { count, truth, logit } of own) {
    const predicted = fromLogOdds(logit);
    score += count * ((truth ? 1 : 0) - predicted) * labelsWeigh;
    information += count * predicted * (1 - predicted) * labelsWeigh;
  }
  return {
    shift,
    information,
    oneStep: information > 0 ? score / information : 0,
    root,
    confidence: (at) => normalBelow(root(at)),
    baseline: logOdds(mix.reduce((sum, weight, stratum) => sum + weight * (shares[stratum] ?? 0), 0)),
    meanPrediction: counts.posts > 0 ? predictions / counts.posts : 0,
  };
};
