import { type Calibration, calibrate } from './calibrate.js';
import { fromLogOdds } from './log-odds.js';
import { predictionPowered } from './prediction-powered.js';
import { postsOf, type ScoreCounts, stepLogOdds } from './score-counts.js';

/** A label as the estimate uses it. */
export interface CityLabel {
  step: number;
  stratum: number;
  truth: boolean;
  weight: number;
}

/** The share in the city as a whole, and what a score means there. */
export interface CityRate {
  share: number;
  /** simple random labels without a model that would be as sure, and how many of them would be positive */
  effective: { positives: number; size: number };
  /** mean power tuning over the strata */
  tuning: number;
  /** share in each stratum */
  shares: number[];
  /** variance of each of them */
  variances: number[];
  calibration: Calibration;
}

/** Mean and variance of the calibrated probability over posts of one stratum. */
const predictionsOf = (byStep: ReadonlyMap<number, number>, intercept: number, slope: number) => {
  let posts = 0;
  let sum = 0;
  let squares = 0;
  for (const [step, count] of byStep) {
    const probability = fromLogOdds(intercept + slope * stepLogOdds(step));
    posts += count;
    sum += count * probability;
    squares += count * probability * probability;
  }
  const mean = posts > 0 ? sum / posts : 0;
  return { posts, mean, variance: posts > 0 ? Math.max(0, squares / posts - mean * mean) : 0 };
};

/** The intercept at which the calibrated probabilities of posts have this mean (bisection). */
export const interceptFor = (byStep: ReadonlyMap<number, number>, slope: number, mean: number): number => {
  let low = -60;
  let high = 60;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (predictionsOf(byStep, middle, slope).mean < mean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * The share of true posts in the whole city: calibrates the score by the labels, then corrects the mean prediction of each
 * stratum by its labels and adds the strata up by their posts (post-stratification). The calibration that comes back is
 * moved so that its mean in each stratum is the corrected share.
 * @param all every post, counted by score
 * @param labels at least one; every stratum that has posts needs at least one of its own
 */
export const cityRate = (all: ScoreCounts, labels: readonly CityLabel[]): CityRate => {
  const strata = all.strata.length;
  const raw = calibrate(
    labels.map(({ step, truth, stratum }) => ({ x: stepLogOdds(step), truth, stratum })),
    strata,
  );
  let share = 0;
  let variance = 0;
  let tuning = 0;
  let floor = 0;
  const shares: number[] = [];
  const variances: number[] = [];
  const intercepts: number[] = [];
  all.strata.forEach((byStep, stratum) => {
    const part = postsOf(all, stratum) / all.posts;
    const intercept = raw.intercepts[stratum] ?? 0;
    const own = labels
      .filter((label) => label.stratum === stratum)
      .map(({ step, truth, weight }) => ({
        truth,
        weight,
        predicted: fromLogOdds(intercept + raw.slope * stepLogOdds(step)),
      }));
    const found = predictionPowered(own, predictionsOf(byStep, intercept, raw.slope));
    share += part * found.share;
    variance += part * part * found.variance;
    tuning += part * found.tuning;
    floor += part * (0.5 / Math.max(1, own.length));
    const inside = Math.min(1 - 1e-6, Math.max(found.share, 0.25 / Math.max(1, own.length)));
    shares.push(inside);
    variances.push(found.variance);
    intercepts.push(interceptFor(byStep, raw.slope, inside));
  });
  const inside = Math.min(1 - floor, Math.max(floor, share));
  const size = (inside * (1 - inside)) / variance;
  return {
    share,
    effective: { positives: share * size, size },
    tuning,
    shares,
    variances,
    calibration: { ...raw, intercepts },
  };
};
