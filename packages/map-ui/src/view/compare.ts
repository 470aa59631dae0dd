import type { Interval } from '@marsad/records/snapshot';

export type Comparison = 'above' | 'below' | 'cannot-tell';

/**
 * Sets an area beside the whole city. Only intervals that do not meet count as different: stricter than a test of the
 * difference, on purpose, because a page of many areas would otherwise find one by chance alone.
 */
export const compareWithCity = (area: Interval, city: Interval): Comparison => {
  if (area.low > city.high) return 'above';
  if (area.high < city.low) return 'below';
  return 'cannot-tell';
};
