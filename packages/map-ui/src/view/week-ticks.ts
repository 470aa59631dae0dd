import type { IsoWeek } from '@marsad/records/snapshot';

/** Steps between written weeks: every week, a fortnight, four weeks, a quarter, a half-year, a year. */
const STEPS = [1, 2, 4, 8, 13, 26, 52] as const;

/** A week that is written on an axis, and its position from 0. */
export interface WeekTick {
  week: IsoWeek;
  column: number;
}

/** The weeks to write on an axis that has room for `most`, evenly apart from the first on. */
export const weekTicks = (weeks: readonly IsoWeek[], most: number): WeekTick[] => {
  const step = STEPS.find((candidate) => Math.ceil(weeks.length / candidate) <= most) ?? Math.ceil(weeks.length / most);
  // The last one needs room for its words too.
  return weeks.flatMap((week, column) =>
    column % step === 0 && (column === 0 || weeks.length - column >= step * 0.75) ? [{ week, column }] : [],
  );
};
