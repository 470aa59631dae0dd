import { type Interval, wilsonInterval } from '@marsad/records';

/** A share with its 95 % interval. */
export interface Rate extends Interval {
  rate: number;
}

/** The flagged share of some posts with Wilson's interval; undefined without posts. */
export const flaggedRate = (flagged: number, posts: number): Rate | undefined =>
  posts === 0 ? undefined : { rate: flagged / posts, ...wilsonInterval(flagged, posts) };

const PRECISION = 1e6;

/** Six decimals: more than the counts behind any rate can tell, and the same on every machine. */
export const rounded = (rate: Rate): Rate => ({
  rate: Math.round(rate.rate * PRECISION) / PRECISION,
  low: Math.round(rate.low * PRECISION) / PRECISION,
  high: Math.round(rate.high * PRECISION) / PRECISION,
});
