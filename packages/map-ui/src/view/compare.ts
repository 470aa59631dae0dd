import type { Interval } from '@marsad/records/snapshot';
import type { AreaFigures } from './figures.js';

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

/**
 * How a place stands to the city: by the verdict of its correction, else by whether the intervals meet. Null where the two
 * cannot be compared: without a figure, or a corrected share and one that is only flagged.
 */
export const versusCityOf = (figures: AreaFigures, city: AreaFigures): Comparison | null => {
  if (figures.corrected !== null) return figures.corrected.versusCity;
  if (figures.interval === null || city.interval === null || city.corrected !== null) return null;
  return compareWithCity(figures.interval, city.interval);
};
