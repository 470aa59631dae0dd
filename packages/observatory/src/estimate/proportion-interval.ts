import type { Interval } from '@marsad/records';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

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
