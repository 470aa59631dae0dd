import { InputError, textCell } from '@marsad/records';
import { CsvError, parse } from 'csv-parse/sync';
import type { Cells } from './kind.js';

/** The apostrophe that `textCell` puts before what a spreadsheet would take for a formula. */
const GUARD = /(^|[,;|\t\r\n])'(["'\s\p{Cf}]*)([=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** What a cell said before it was made safe for spreadsheets; one that somebody typed such an apostrophe into, without it. */
const plain = (text: string): string =>
  text.replace(GUARD, (_, before: string, unseen: string, sign: string) => `${before}${unseen}${sign}`);

/** Rows as CSV with a header line, commas and line feeds. */
export const csvText = (columns: readonly string[], rows: readonly Cells[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(textCell).join(',')}\n`)
    .join('');

/** One row with the line it begins on, counted from 1. */
export interface CsvLine {
  line: number;
  cells: Cells;
}

/** Spreadsheets of some languages write semicolons, copied tables tabs. */
const delimiterOf = (head: string): string => {
  const header = head.split(/\r?\n/, 1)[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
};

/**
 * The rows of a CSV text by its header, blanks around cells taken off.
 * @throws InputError naming the line of a quote that is never closed, or of a row with more cells than the header
 */
export const csvLines = (text: string, file: string): CsvLine[] => {
  let end = 0;
  try {
    const read = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    const [header, ...rows] = read.map(({ info, record }) => {
      const line = end + 1;
      end = info.lines;
      return { line, record };
    });
    const columns = header?.record ?? [];
    return rows.map(({ line, record }) => {
      if (record.length > columns.length)
        throw new InputError(
          'bad-csv',
          `${file}:${line}: expected ${columns.length} cells, as in the header, got ${record.length}`,
          { remedy: 'Put texts that hold commas between double quotes.' },
        );
      return { line, cells: Object.fromEntries(columns.map((column, at) => [column, plain(record[at] ?? '')])) };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error.lines === 'number' ? error.lines : end + 1;
    throw new InputError('bad-csv', `${file}:${at}: expected CSV, got ${error.message}`, { cause: error });
  }
};
