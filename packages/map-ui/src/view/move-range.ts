import type { IsoWeek } from '@marsad/records/snapshot';
import type { WeekRange } from './coverage.js';

/** The whole period is played as a window of this part of it. */
const WINDOW = 1 / 4;

/** The range moved by whole weeks (`by` may be negative) and as long as before; null where it would leave `weeks`. */
export const movedRange = (range: WeekRange, by: number, weeks: readonly IsoWeek[]): WeekRange | null => {
  const [from, to] = [weeks[weeks.indexOf(range.from) + by], weeks[weeks.indexOf(range.to) + by]];
  return from === undefined || to === undefined || weeks.indexOf(range.from) + by < 0 ? null : { from, to };
};

/**
 * Where playing begins: with the chosen range, or from the first week on with one of the same length where it already
 * ends with the last week. The whole period becomes a window of a quarter of it.
 */
export const playedFrom = (range: WeekRange, weeks: readonly IsoWeek[]): WeekRange => {
  const [first, last] = [weeks.indexOf(range.from), weeks.indexOf(range.to)];
  if (last < weeks.length - 1) return range;
  const length = first === 0 ? Math.max(1, Math.round(weeks.length * WINDOW)) : last - first + 1;
  return { from: weeks[0] ?? range.from, to: weeks[length - 1] ?? range.to };
};
