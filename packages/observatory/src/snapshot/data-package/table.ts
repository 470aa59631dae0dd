import { textCell } from '@marsad/records';

/** A column, as Table Schema 2.0 describes it. */
export interface Field {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  description: string;
  /** the codes it may hold, each with its meaning */
  categories?: readonly { value: string; label: string }[];
}

/** Null is an empty cell; a text in a column of numbers is one of the silences. */
export type Cell = string | number | boolean | null;

export interface Table {
  /** name of the resource; the file is `data/NAME.csv` */
  name: string;
  title: string;
  description: string;
  fields: readonly Field[];
  /** names of columns that no two rows share */
  primaryKey?: readonly string[];
  /** columns whose values stand in a column of another table */
  foreignKeys?: readonly { field: string; table: string; of: string }[];
  rows: readonly (readonly Cell[])[];
}

const cellText = (cell: Cell): string =>
  typeof cell === 'string' ? textCell(cell) : cell === null ? '' : String(cell);

/** Path of a table within the snapshot. */
export const tablePath = ({ name }: Pick<Table, 'name'>): string => `data/${name}.csv`;

/**
 * A table as CSV after RFC 4180: UTF-8 without a byte-order mark, the first line holds the names. Text that a
 * spreadsheet would take for a formula has an apostrophe in front.
 */
export const tableBytes = ({ fields, rows }: Pick<Table, 'fields' | 'rows'>): Uint8Array =>
  new TextEncoder().encode(
    [fields.map(({ name }) => name), ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join(''),
  );
