import { type RegionRate, Z95 } from '@marsad/records';
import { type Effect, poolEffects } from './random-effects.js';
import { type Rate, rounded } from './rate.js';

const logOdds = (share: number): number => Math.log(share / (1 - share));
const shareOf = (logOddsOf: number): number => 1 / (1 + Math.exp(-logOddsOf));

/** Shares of exactly 0 or 1 have no log-odds; nearer than this no published rate lies. */
const LEAST = 1e-6;
const within = (share: number): number => Math.min(1 - LEAST, Math.max(LEAST, share));

/** A rate on the scale of log-odds, where its 95 % interval tells its error. */
const effectOf = ({ rate, low, high }: Rate): Effect => {
  const lowest = logOdds(within(low));
  const highest = logOdds(within(high));
  const error = Math.max((highest - lowest) / (2 * Z95), 1e-4);
  // At the ends of the scale the middle of the interval says more than the rate, which would be infinite.
  const value = rate <= LEAST || rate >= 1 - LEAST ? (lowest + highest) / 2 : logOdds(rate);
  return { value, variance: error ** 2 };
};

/**
 * The rate of a typical city of a region, each counting by how sure it is and how much cities differ, not by its posts: a sum
 * of posts would be the largest city's rate. Made of the cities' published rates alone, so that taking cities away from it
 * leaves nothing but published rates. Undefined below two cities.
 */
export const rollUp = (rates: readonly Rate[]): RegionRate | undefined => {
  if (rates.length < 2) return undefined;
  const { mean, halfWidth, halfRange, notChance } = poolEffects(rates.map(effectOf));
  const spread = (half: number): Rate =>
    rounded({ rate: shareOf(mean), low: shareOf(mean - half), high: shareOf(mean + half) });
  const range = halfRange === undefined ? undefined : spread(halfRange);
  return {
    ...spread(halfWidth),
    ...(range && { expected: { low: range.low, high: range.high } }),
    cities: rates.length,
    between: Math.round(notChance * 1000) / 1000,
  };
};
