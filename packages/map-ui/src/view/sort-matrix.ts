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

/** Points of a course: more tell nothing of its shape and cost the clustering of thousands of rows its time. */
const MOST_POINTS = 13;

/**
 * The shares of a row over time, one a week or the mean of a few, on the scale asin √share, on which chance moves low and
 * high shares equally far. Weeks without a figure take the mean of the weeks that have one; null where none has.
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
  if (shown === 0) return null;
  const filled = course.map((value) => (Number.isNaN(value) ? sum / shown : value));
  const points = Math.min(columns, MOST_POINTS);
  return Float64Array.from({ length: points }, (_, index) => {
    const part = filled.subarray(Math.floor((index * columns) / points), Math.floor(((index + 1) * columns) / points));
    return part.reduce((total, value) => total + value, 0) / part.length;
  });
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
