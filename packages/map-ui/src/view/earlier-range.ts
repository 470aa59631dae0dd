import type { IsoWeek } from '@marsad/records/snapshot';
import type { WeekRange } from './coverage.js';

/** Two periods to compare; the later one is the one the page is about. */
export interface TwoPeriods {
  before: WeekRange;
  after: WeekRange;
}

/**
 * The periods to begin a comparison with: the chosen weeks and as many weeks right before them, or as many as there are. Where
 * nothing comes before, the chosen weeks are cut in two halves; null where they are a single week.
 */
export const twoPeriods = (range: WeekRange, weeks: readonly IsoWeek[]): TwoPeriods | null => {
  const [first, last] = [weeks.indexOf(range.from), weeks.indexOf(range.to)];
  const at = (index: number): IsoWeek => weeks[index] ?? range.from;
  const length = last - first + 1;
  if (first > 0) return { before: { from: at(Math.max(0, first - length)), to: at(first - 1) }, after: range };
  if (length < 2) return null;
  const half = first + Math.floor(length / 2);
  return { before: { from: range.from, to: at(half - 1) }, after: { from: at(half), to: range.to } };
};

/** Whether some weeks are in both periods: the same posts then stand on both sides. */
export const overlap = (a: WeekRange, b: WeekRange): boolean => a.from <= b.to && b.from <= a.to;
