import type { AreaFigures } from './figures.js';

export const TABLE_COLUMNS = ['name', 'district', 'rate', 'interval', 'flagged', 'posts', 'weeks'] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];
export interface TableOrder {
  column: TableColumn;
  descending: boolean;
}

/** One neighbourhood of the table: its figures with the words it is sorted by. */
export interface TableRow {
  figures: AreaFigures;
  name: string;
  district: string;
}

const sortValue = (row: TableRow, column: TableColumn): string | number | null => {
  const { figures } = row;
  switch (column) {
    case 'name':
      return row.name;
    case 'district':
      return row.district;
    case 'rate':
      return figures.rate;
    case 'interval':
      return figures.interval === null ? null : figures.interval.high - figures.interval.low;
    case 'flagged':
      return figures.rate === null ? null : figures.flagged;
    case 'posts':
      return figures.rate === null ? null : figures.posts;
    case 'weeks':
      return figures.rate === null ? null : figures.coverage.weeks;
  }
};

/**
 * The rows in the order asked for. Rows without a value stay at the end both ways, because hidden is neither high nor
 * low; equal rows keep the order of names. The interval is sorted by its width.
 */
export const sortRows = (rows: readonly TableRow[], order: TableOrder, collator: Intl.Collator): TableRow[] =>
  [...rows].sort((a, b) => {
    const left = sortValue(a, order.column);
    const right = sortValue(b, order.column);
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      return collator.compare(a.name, b.name);
    }
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return (order.descending ? -difference : difference) || collator.compare(a.name, b.name);
  });
