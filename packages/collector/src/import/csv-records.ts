import { Readable } from 'node:stream';
import { InputError } from '@marsad/records';
import { CsvError, parse } from 'csv-parse';
import type { RawRecord } from './row.js';

/** A quote that is never closed would swallow the rest of the file. */
const MAXIMUM_RECORD_CHARACTERS = 2_000_000;

/** The delimiter that cuts the header into most columns. */
const delimiterOf = (head: string): string => {
  const header = head.split(/\r?\n/, 1)[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
};

/**
 * The records of a CSV or TSV file with a header line. Rows may be short or long, quotes may stand within fields.
 * @param delimiter guessed from the header when absent
 * @throws {InputError} `bad-csv` where the file cannot be read on
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  name: string,
  delimiter?: string,
): AsyncGenerator<RawRecord> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  // A file without any line feed is one record, which the parser refuses when it is too long.
  while (!head.includes('\n') && head.length <= MAXIMUM_RECORD_CHARACTERS) {
    const next = await iterator.next();
    if (next.done) break;
    head += next.value;
  }
  let failure: unknown;
  async function* all(): AsyncGenerator<string> {
    yield head;
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } catch (error) {
      // Thrown after the parser has given out what it holds: rows before a break are not lost.
      failure = error;
    } finally {
      // Whoever stops early lets the file be closed.
      await iterator.return?.();
    }
  }
  const parser = parse({
    columns: (header: string[]) => header.map((column) => column.trim()),
    delimiter: delimiter ?? delimiterOf(head),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAXIMUM_RECORD_CHARACTERS,
  });
  let before = 1;
  try {
    for await (const { record, info } of Readable.from(all()).pipe(parser)) {
      const values: Record<string, unknown> = record;
      yield { line: before + 1, values };
      before = info.lines;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError('bad-csv', `${name}: after line ${before}: ${error.message}`, {
      remedy: 'Look for a quotation mark that is never closed.',
      cause: error,
    });
  }
  if (failure !== undefined) throw failure;
}
