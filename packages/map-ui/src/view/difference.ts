import type { Interval } from '@marsad/records/snapshot';

/** Whether a share rose or fell so far that its two intervals no longer meet. */
type Direction = 'rise' | 'fall' | 'no-clear-change';

/** How a share moved from one time to another, in shares (0.05 is five percentage points). */
export interface Difference {
  value: number;
  /** the least and the most that both intervals allow: at least as wide as a 95 % interval of the difference */
  low: number;
  high: number;
  direction: Direction;
}

interface Shown {
  rate: number;
  interval: Interval;
}

/**
 * The later share minus the earlier one. Only intervals that do not meet make a change, as beside the city: of many
 * areas that did not change, about one in two hundred passes for changed by chance (two 95 % intervals of the same width
 * that just touch are 2.8 standard errors of the difference apart).
 */
export const differenceOf = (before: Shown, after: Shown): Difference => {
  const low = after.interval.low - before.interval.high;
  const high = after.interval.high - before.interval.low;
  return {
    value: after.rate - before.rate,
    low,
    high,
    direction: low > 0 ? 'rise' : high < 0 ? 'fall' : 'no-clear-change',
  };
};
