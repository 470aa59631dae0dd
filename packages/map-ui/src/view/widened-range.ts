import { weekCount } from '@marsad/records/without-checks';
import type { Coverage, WeekRange } from './coverage.js';

/**
 * The shortest range of weeks that holds `range` and one whole block of those it cuts, so that a figure can be shown;
 * the earlier one where two are equally short, null where nothing is cut. A block beside the range may be nearer, but
 * it says nothing about the weeks that were asked for.
 */
export const widenedRange = (cut: Coverage['cut'], range: WeekRange): WeekRange | null => {
  const length = (one: WeekRange): number => weekCount(one.from, one.to);
  const [shortest = null] = cut
    .flatMap(({ weeks }): WeekRange[] => {
      if (weeks === null) return [];
      const ends = [range.from, range.to, ...weeks].sort();
      return [{ from: ends[0] ?? range.from, to: ends.at(-1) ?? range.to }];
    })
    .sort((a, b) => length(a) - length(b) || (a.from < b.from ? -1 : 1));
  return shortest;
};
