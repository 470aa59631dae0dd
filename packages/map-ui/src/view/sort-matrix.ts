import { clusterOrder } from './cluster-order.js';
import type { MatrixRow } from './matrix.js';

export const MATRIX_ORDERS = ['rate', 'change', 'name', 'course'] as const;
export type MatrixOrder = (typeof MATRIX_ORDERS)[number];

/** A row with what it is sorted by beside its cells. */
export interface SortableRow extends MatrixRow {
  name: string;
  /** share over the chosen weeks; null when nothing is shown */
  rate: number | null;
}

/**
 * The shares of a row, one a week, on the scale asin √share, on which chance moves low and high shares equally far. Weeks
 * without a figure take the mean of the weeks that have one; null where none has.
 */
export const courseOf = (row: MatrixRow, columns: number): Float64Array | null => {
  const course = new Float64Array(columns).fill(Number.NaN);
  let sum = 0;
  let shown = 0;
  for (const { column, span, figures } of row.cells) {
    if (figures.rate === null) continue;
    const value = Math.asin(Math.sqrt(figures.rate));
    course.fill(value, column, column + span);
    sum += value * span;
    shown += span;
  }
  return shown === 0 ? null : course.map((value) => (Number.isNaN(value) ? sum / shown : value));
};

const descending = (value: (row: SortableRow) => number | null, collator: Intl.Collator) => {
  return (a: SortableRow, b: SortableRow): number => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      return collator.compare(a.name, b.name);
    }
    return right - left || collator.compare(a.name, b.name);
  };
};

/**
 * The rows in the order asked for: highest share, strongest rise, name, or similar course. Rows that have no such value
 * stand at the end by name, because hidden is neither high nor low.
 */
export const sortMatrix = (
  rows: readonly SortableRow[],
  order: MatrixOrder,
  columns: number,
  collator: Intl.Collator,
): SortableRow[] => {
  const byName = [...rows].sort((a, b) => collator.compare(a.name, b.name));
  if (order === 'name') return byName;
  if (order === 'rate') return byName.sort(descending((row) => row.rate, collator));
  if (order === 'change') return byName.sort(descending((row) => row.change?.value ?? null, collator));
  const known: { row: SortableRow; course: Float64Array }[] = [];
  const silent: SortableRow[] = [];
  for (const row of byName) {
    const course = courseOf(row, columns);
    if (course) known.push({ row, course });
    else silent.push(row);
  }
  const sorted = clusterOrder(known.map(({ course }) => course)).flatMap((index) => known[index]?.row ?? []);
  return [...sorted, ...silent];
};
