import { sortRows, sortValue, type TableColumn, type TableRow } from './sort-rows.js';

/** Where a row stands in the order of a column, lowest first, equal rows at one place; −1: it has no value there. */
export type RowRanks = Partial<Record<TableColumn, readonly number[]>>;

/**
 * The places of rows in each column's order, in the order of the rows given: whoever has them sorts as `sortRows` does without
 * figures, words or the rules of a language.
 */
export const rowRanks = (
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  collator: Intl.Collator,
): RowRanks =>
  Object.fromEntries(
    columns.map((column) => {
      const at = new Map<TableRow, number>();
      let last: TableRow | undefined;
      let rank = -1;
      for (const row of sortRows(rows, { column, descending: false }, collator)) {
        const value = sortValue(row, column);
        if (value === null) break;
        const before = last && sortValue(last, column);
        const same = typeof value === 'string' ? collator.compare(String(before), value) === 0 : before === value;
        if (last === undefined || !same) rank += 1;
        at.set(row, rank);
        last = row;
      }
      return [column, rows.map((row) => at.get(row) ?? -1)];
    }),
  );
