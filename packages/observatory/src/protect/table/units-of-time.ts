const WEEK = /^\d{4}-W\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Fields in which a cell may say its time. */
const TIMES = ['period', 'week', 'month', 'day', 'date'] as const;

type Row = Readonly<Record<string, unknown>>;

/**
 * Tells of each cell of a table whether its time breaks the week, the finest unit that is shown: a day does, and so does a month where
 * others are weeks, since weeks reach over the ends of months and subtracting leaves days.
 */
export const breaksWeeks = (cells: readonly Row[]): ((at: number) => boolean) => {
  const has = (cell: Row, unit: RegExp): boolean =>
    TIMES.some((field) => typeof cell[field] === 'string' && unit.test(cell[field]));
  const hasWeeks = cells.some((cell) => has(cell, WEEK));
  return (at) => {
    const cell = cells[at] ?? {};
    return has(cell, DAY) || (hasWeeks && has(cell, MONTH));
  };
};
