import { type Calibration, calibrate } from './calibrate.js';
import { fromLogOdds } from './log-odds.js';
import { type PredictionPowered, predictionPowered } from './prediction-powered.js';
import { postsOf, type ScoreCounts, stepLogOdds } from './score-counts.js';

/** Three points that stand for a normal distribution (Gauss–Hermite), and their weights: what the calibration's slope may be. */
export const SLOPES = [
  { at: -Math.sqrt(3), weight: 1 / 6 },
  { at: 0, weight: 2 / 3 },
  { at: Math.sqrt(3), weight: 1 / 6 },
] as const;

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
  /** what one post of each stratum tells on average of how far an area lies from the city, in positives' worth (log-odds) */
  information: number[];
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

/** Mean over the posts of a stratum of the squared score function at the city's share: information about log-odds. */
const informationOf = (
  byStep: ReadonlyMap<number, number>,
  intercept: number,
  slope: number,
  share: number,
): number => {
  let posts = 0;
  let sum = 0;
  for (const [step, count] of byStep) {
    posts += count;
    sum += count * (fromLogOdds(intercept + slope * stepLogOdds(step)) - share) ** 2;
  }
  return posts > 0 ? sum / posts : 0;
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
    const own = labels.filter((label) => label.stratum === stratum);
    const poweredBy = (base: number, slope: number): PredictionPowered =>
      predictionPowered(
        own.map(({ step, truth, weight }) => ({
          truth,
          weight,
          predicted: fromLogOdds(base + slope * stepLogOdds(step)),
        })),
        predictionsOf(byStep, base, slope),
      );
    const found = poweredBy(intercept, raw.slope);
    // How sure the labels make one hangs on what the scores mean, which few labels leave open.
    const relative = SLOPES.reduce((sum, { at, weight }) => {
      if (at === 0) return sum + weight / found.effective.size;
      const slope = raw.slope + at * raw.slopeError;
      const base = interceptFor(byStep, slope, Math.max(1e-9, predictionsOf(byStep, intercept, raw.slope).mean));
      return sum + weight / poweredBy(base, slope).effective.size;
    }, 0);
    const ownVariance = found.variance * found.effective.size * relative;
    share += part * found.share;
    variance += part * part * ownVariance;
    tuning += part * found.tuning;
    floor += part * Math.min(0.5, 0.5 * relative);
    const inside = Math.min(1 - 1e-6, Math.max(found.share, Math.min(0.25, 0.25 * relative)));
    shares.push(inside);
    variances.push(ownVariance);
    intercepts.push(interceptFor(byStep, raw.slope, inside));
  });
  const inside = Math.min(1 - floor, Math.max(floor, share));
  const size = (inside * (1 - inside)) / variance;
  return {
    information: all.strata.map((byStep, stratum) =>
      informationOf(byStep, intercepts[stratum] ?? 0, raw.slope, shares[stratum] ?? 0),
    ),
    share,
    effective: { positives: share * size, size },
    tuning,
    shares,
    variances,
    calibration: { ...raw, intercepts },
  };
};
