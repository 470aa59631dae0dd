import type { Interval } from '@marsad/records';
import type { AreaCurve } from './area-curve.js';
import { fromLogOdds, logOdds } from './log-odds.js';
import { normalBelow } from './normal.js';
import { jeffreysInterval, jeffreysQuantile } from './proportion-interval.js';

/** How unsure the city's share is: log-odds around its best value, with their weights. */
export type CityUncertainty = readonly { shift: number; weight: number }[];

/**
 * Under so many effective positives a figure would be told by luck: with those of 0.2 % among 2,000 labels every second city would be
 * told, and the told ones too high by a third.
 */
export const POSITIVES_NEEDED = 5;

/**
 * A figure is told only when chance has given it positives enough, so the lowest of those that are told are too high more often
 * than an interval allows. Just over that limit the lower side is stretched from the 2.5 % to the 0.5 % quantile.
 */
const lowerStretch = (positives: number): number =>
  positives < POSITIVES_NEEDED ? 1 : 1 + 0.31 * Math.min(1, Math.max(0, (10 - positives) / 2.5));

const REACH = 4;
const STEP = 0.1;
const COARSE = 0.5;

/**
 * The distribution that Jeffreys' prior gives the city's share after its effective labels, at normal quantiles a tenth
 * apart (interpolated between every fifth).
 */
export const cityUncertainty = (share: number, effective: { positives: number; size: number }): CityUncertainty => {
  const centre = logOdds(share);
  const stretch = lowerStretch(effective.positives);
  const coarse: number[] = [];
  for (let z = -REACH; z <= REACH + 1e-9; z += COARSE) {
    const shift = logOdds(jeffreysQuantile(normalBelow(z), effective.positives, effective.size)) - centre;
    coarse.push(shift < 0 ? shift * stretch : shift);
  }
  const nodes: { shift: number; weight: number }[] = [];
  const perCoarse = Math.round(COARSE / STEP);
  for (let at = 0; at <= (coarse.length - 1) * perCoarse; at += 1) {
    const z = -REACH + at * STEP;
    const index = Math.min(coarse.length - 2, Math.floor(at / perCoarse));
    const part = at / perCoarse - index;
    const left = coarse[index] ?? 0;
    const right = coarse[index + 1] ?? 0;
    nodes.push({ shift: left + (right - left) * part, weight: STEP * Math.exp((-z * z) / 2) * 0.3989422804014327 });
  }
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0);
  return nodes.map(({ shift, weight }) => ({ shift, weight: weight / total }));
};

/** The 95 % interval of the city's own share. */
export const cityInterval = (share: number, effective: { positives: number; size: number }): Interval => {
  const { low, high } = jeffreysInterval(effective.positives, effective.size);
  const centre = logOdds(share);
  return {
    low: low === 0 ? 0 : fromLogOdds(centre + (logOdds(low) - centre) * lowerStretch(effective.positives)),
    high,
  };
};

/** Curves of one area under several calibrations, with the weight of each. */
export type WeightedCurves = readonly { curve: Pick<AreaCurve, 'confidence' | 'baseline'>; weight: number }[];

const between = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Chances that the lower end is left to be too high and the upper to be too low. Posts that tell next to nothing cannot be too
 * low by chance: all of them harmless is what one expects of so few, so their upper end never fails, and the 5 % are the lower
 * end's alone (asked for as 6 %: so few scores come in leaps); from one positive's worth of information to two the usual 2.5 % come
 * back. About two positives' worth the root of the likelihood ratio ends too low where not one of them was there, and the upper end is
 * moved out for it. The numbers were set by simulation; `marsad evaluate estimates` shows what they hold.
 */
const tailsOf = (information: number): { lower: number; upper: number } => ({
  lower: 0.025 * (1 + 1.4 * between(2 - information)),
  upper: 0.025 - 0.009 * Math.min(between(2 * information - 2), between((5 - information) / 2)),
});

/**
 * How much of the city's error is in an area as so many posts rather than as a factor: from nothing at two positives' worth of
 * information of its own to a half at six, by simulation of areas with a quarter to three times the city's share.
 */
const ownScale = (information: number): number => between((information - 2) / 4) / 2;

/**
 * The 95 % interval of an area's share: the city's uncertainty and the area's own are independent. An area whose posts tell next to
 * nothing has the city's share times something, so log-odds add up. Where they tell much they say how far the area lies from the
 * city in posts: what labels leave open of the city's share is in both as so many posts, which is more of a small share and less of
 * a large one. The two ways to add up are mixed. The ends are found by bisection of the distribution of the sum.
 * @param information what the area's posts and labels tell of its distance from the city, in positives' worth
 */
export const areaInterval = (city: CityUncertainty, curves: WeightedCurves, information: number): Interval => {
  const inPosts = ownScale(information);
  const nodes = curves.flatMap(({ curve, weight }) =>
    city.map((node) => ({
      curve,
      weight: weight * node.weight,
      shift: node.shift,
      posts: fromLogOdds(curve.baseline + node.shift) - fromLogOdds(curve.baseline),
    })),
  );
  const below = (logit: number): number => {
    const share = fromLogOdds(logit);
    let sum = 0;
    for (const { curve, weight, shift, posts } of nodes) {
      const byFactor = logit - shift;
      const distance = inPosts === 0 ? byFactor : (1 - inPosts) * byFactor + inPosts * logOdds(share - posts);
      sum += weight * curve.confidence(distance - curve.baseline);
    }
    return sum;
  };
  const quantile = (probability: number): number => {
    let low = -25;
    let high = 15;
    for (let round = 0; round < 19; round += 1) {
      const middle = (low + high) / 2;
      if (below(middle) < probability) low = middle;
      else high = middle;
    }
    return fromLogOdds((low + high) / 2);
  };
  const { lower, upper } = tailsOf(information);
  const low = quantile(lower);
  const high = quantile(1 - upper);
  return { low: low < 1e-9 ? 0 : low, high: high > 1 - 1e-6 ? 1 : high };
};
