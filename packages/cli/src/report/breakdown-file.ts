import { stat } from 'node:fs/promises';
import type { BreakdownRow } from '@marsad/observatory';
import { InputError, textCell } from '@marsad/records';

/** Said wherever such a file is written, and in its first line where the format has room for it. */
export const RAW_COUNTS =
  'raw counts for whoever holds the database: the publish gate is not in them, most rows tell of a handful of people; ' +
  'not to be published or passed on';

/** How many lines are handed on at once. */
const LINES = 1000;

type Format = 'csv' | 'jsonl';

const cellOf = (value: string | number | null): string =>
  typeof value === 'number' ? String(value) : textCell(value ?? '');

const COLUMNS = [
  'area',
  'period',
  'signal',
  'target',
  'language',
  'rung',
  'posts',
  'sources',
  'authors',
  'flagged',
  'probabilitySum',
  'copies',
] as const satisfies readonly (keyof BreakdownRow)[];

/**
 * What the name of the file asks for: CSV or JSON Lines.
 * @throws InputError for any other ending, and where there is such a file already
 */
export const breakdownFormat = async (path: string): Promise<Format> => {
  const format = /\.(csv|jsonl)$/i.exec(path)?.[1]?.toLowerCase() as Format | undefined;
  if (format === undefined)
    throw new InputError('bad-ending', `--breakdown ${path}: expected a name that ends in .csv or .jsonl`);
  if (await stat(path).catch(() => undefined))
    throw new InputError('exists', `--breakdown ${path}: expected the name of a new file, but there is one already`, {
      remedy: 'Choose another name; nothing was counted or written.',
    });
  return format;
};

/**
 * The finest counts as CSV (RFC 4180, behind one note that begins with `#`) or as JSON Lines, some thousand lines at a time.
 * An empty area is the city as a whole, an empty target the posts whatever their target.
 */
export function* breakdownText(rows: readonly BreakdownRow[], format: Format): Generator<string> {
  if (format === 'csv') yield `# ${RAW_COUNTS}\n${COLUMNS.join(',')}\n`;
  const line = (row: BreakdownRow): string =>
    format === 'csv' ? COLUMNS.map((column) => cellOf(row[column])).join(',') : JSON.stringify(row);
  for (let at = 0; at < rows.length; at += LINES)
    yield rows
      .slice(at, at + LINES)
      .map((row) => `${line(row)}\n`)
      .join('');
}
