import { type AreaChange, CHANGE_CLASSES, type ChangeClass } from './change.js';
import type { AreaFigures } from './figures.js';
import type { Level } from './levels.js';

export const TABLE_COLUMNS = [
  'name',
  'district',
  'rate',
  'interval',
  'versus',
  'own',
  'flagged',
  'posts',
  'weeks',
] as const;

/** The columns while two periods are compared. */
export const CHANGE_COLUMNS = [
  'name',
  'district',
  'before',
  'after',
  'change',
  'changeInterval',
  'changeClass',
] as const;

/** Every column that the table can be sorted by. */
export const SORT_COLUMNS = [...new Set([...TABLE_COLUMNS, ...CHANGE_COLUMNS])];
export type TableColumn = (typeof SORT_COLUMNS)[number];

/** The columns of a table: how a share lies beside the city, and what own posts say, are known of corrected shares alone. */
export const tableColumns = (corrected: boolean): TableColumn[] =>
  TABLE_COLUMNS.filter((column) => corrected || (column !== 'versus' && column !== 'own'));

/** The columns of a level: only neighbourhoods lie in a district. */
export const columnsOfLevel = (columns: readonly TableColumn[], level: Level): TableColumn[] =>
  columns.filter((column) => column !== 'district' || level === 'neighbourhoods');

export interface TableOrder {
  column: TableColumn;
  descending: boolean;
}

/** One neighbourhood of the table: its figures with the words it is sorted by. */
export interface TableRow {
  figures: AreaFigures;
  name: string;
  district: string;
  /** from the other period to this one; null while nothing is compared */
  change: AreaChange | null;
}

/** From the strongest fall to the strongest rise. */
const CHANGE_ORDER: readonly ChangeClass[] = CHANGE_CLASSES;

/** From low to high: what cannot be told stands in between. */
const VERDICTS = ['below', 'cannot-tell', 'above'] as const;

/** What a row is sorted by in a column; null where it has no value. */
export const sortValue = (row: TableRow, column: TableColumn): string | number | null => {
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
    case 'versus':
      return figures.corrected?.versusCity ? VERDICTS.indexOf(figures.corrected.versusCity) : null;
    case 'before':
      return row.change?.shares?.before.rate ?? null;
    case 'after':
      return row.change?.shares?.after.rate ?? null;
    case 'change':
      return row.change?.shares?.difference.value ?? null;
    case 'changeInterval':
      return row.change?.shares ? row.change.shares.difference.high - row.change.shares.difference.low : null;
    case 'changeClass':
      return row.change?.shares ? CHANGE_ORDER.indexOf(row.change.class) : null;
    case 'own':
      return figures.corrected?.own.rate ?? null;
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
export const sortRows = <Row extends TableRow>(
  rows: readonly Row[],
  order: TableOrder,
  collator: Intl.Collator,
): Row[] =>
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
