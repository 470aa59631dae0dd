import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { Z95 } from './normal.js';

/** A 95 % interval of a share. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval of a share. Source: Wilson 1927; formula and goldens after Newcombe, Statistics in Medicine 17
 * (1998), method 3.
 * @param positives of `size`, which may be a fraction (an effective size)
 */
export const wilsonInterval = (positives: number, size: number): Interval => {
  const share = positives / size;
  const z2 = Z95 * Z95;
  const middle = (share + z2 / (2 * size)) / (1 + z2 / size);
  const half = (Z95 / (1 + z2 / size)) * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size * size));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
};

/**
 * A quantile of the beta distribution that Jeffreys' prior gives a share after `positives` of `size`, which may be
 * fractions (effective numbers).
 */
export const jeffreysQuantile = (probability: number, positives: number, size: number): number =>
  betaQuantile(probability, positives + 0.5, size - positives + 0.5);

/**
 * Jeffreys' equal-tailed interval of a share; the ends are 0 without a positive and 1 without a negative. Source: Brown,
 * Cai & DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001), section 4.1.
 */
export const jeffreysInterval = (positives: number, size: number): Interval => ({
  low: positives <= 0 ? 0 : jeffreysQuantile(0.025, positives, size),
  high: positives >= size ? 1 : jeffreysQuantile(0.975, positives, size),
});
