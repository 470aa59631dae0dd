import { InputError } from '@marsad/records';

export interface CsvRow {
  /** 1 for the first line of the file */
  line: number;
  cells: string[];
}

/**
 * The rows of a CSV text (RFC 4180: commas, double quotes, a quote doubled inside quotes), empty lines left out, blanks
 * around cells trimmed.
 * @throws InputError for a quote that is never closed
 */
export const csvRows = (text: string, file: string): CsvRow[] => {
  const rows: CsvRow[] = [];
  let line = 1;
  let row: CsvRow = { line, cells: [] };
  let rest = text.replace(/^\uFEFF/, '');
  while (rest !== '') {
    const quoted = /^[ \t]*"((?:[^"]|"")*)"[ \t]*(,|\r?\n|$)/.exec(rest);
    const plain = /^([^,\r\n]*)(,|\r?\n|\r|$)/.exec(rest);
    if (/^[ \t]*"/.test(rest) && !quoted)
      throw new InputError(
        'bad-csv',
        `${file}:${line}: expected a closing quote followed by a comma or the line's end`,
      );
    const [all = rest, content = '', end = ''] = quoted ?? plain ?? [];
    row.cells.push((quoted ? content.replaceAll('""', '"') : content).trim());
    rest = rest.slice(all.length);
    line += all.match(/\n/g)?.length ?? 0;
    if (end === ',' && rest !== '') continue;
    if (end === ',') row.cells.push('');
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
    row = { line, cells: [] };
  }
  return rows;
};
