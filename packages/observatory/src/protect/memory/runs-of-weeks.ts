import { nextWeek, weeksBetween } from '@marsad/records';
import type { Weeks } from '../place-of.js';

/** The same weeks as runs that neither overlap nor touch, in order of time; undated posts last. */
export const runsOfWeeks = (lists: readonly Weeks[]): Weeks[] => {
  const weeks = [...new Set(lists.flatMap((of) => (of === null ? [] : weeksBetween(...of))))].sort();
  const runs: Exclude<Weeks, null>[] = [];
  for (const week of weeks) {
    const last = runs.at(-1);
    if (last && nextWeek(last[1]) === week) last[1] = week;
    else runs.push([week, week]);
  }
  return lists.includes(null) ? [...runs, null] : runs;
};
