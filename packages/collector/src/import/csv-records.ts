import { InputError } from '@marsad/records';
import { CsvError, type Info, parse } from 'csv-parse';
import type { RawRecord } from './row.js';

/** A quote that is never closed would swallow the rest of the file. */
const MAXIMUM_RECORD_CHARACTERS = 2_000_000;

/** The delimiter that cuts the header into most columns. */
const delimiterOf = (head: string): string => {
  const header = head.split(/\r?\n/, 1)[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
};

/** Fails, or is over when the parser has taken what it was given. */
const done = (begin: (over: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    begin((error) => (error ? reject(error) : resolve()));
  });

/**
 * The records of a CSV or TSV file with a header line, as many at once as a piece of it holds. Rows may be short or long,
 * quotes may stand within fields.
 * @param delimiter guessed from the header when absent
 * @throws {InputError} `bad-csv` where the file cannot be read on, after the records before
 */
export async function* csvBatches(
  text: AsyncIterable<string>,
  name: string,
  delimiter?: string,
): AsyncGenerator<RawRecord[]> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  // A file without any line feed is one record, which the parser refuses when it is too long.
  while (!head.includes('\n') && head.length <= MAXIMUM_RECORD_CHARACTERS) {
    const next = await iterator.next();
    if (next.done) break;
    head += next.value;
  }
  let found: RawRecord[] = [];
  let before = 1;
  const parser = parse({
    columns: (header: string[]) => header.map((column) => column.trim()),
    delimiter: delimiter ?? delimiterOf(head),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAXIMUM_RECORD_CHARACTERS,
    // Taken here and not from the stream, which forgets on an error what it has read before.
    on_record: ({ record, info }: { record: Record<string, unknown>; info: Info }) => {
      found.push({ line: before + 1, values: record });
      before = info.lines;
      return null;
    },
  });
  parser.on('error', () => {});
  parser.resume();
  /** Gives a piece to the parser, or the end; what it is worth and what is wrong with it. */
  const read = async (piece: string | undefined): Promise<{ records: RawRecord[]; fault?: unknown }> => {
    let fault: unknown;
    try {
      await done((over) => (piece === undefined ? parser.end(over) : parser.write(piece, over)));
    } catch (error) {
      fault = !(error instanceof CsvError)
        ? error
        : new InputError('bad-csv', `${name}: after line ${before}: ${error.message}`, {
            remedy: 'Look for a quotation mark that is never closed.',
            cause: error,
          });
    }
    const records = found;
    found = [];
    return { records, fault };
  };
  let failure: unknown;
  try {
    for (let piece: string | undefined = head; ; ) {
      const { records, fault } = await read(piece);
      if (records.length > 0) yield records;
      if (fault !== undefined) throw fault;
      if (piece === undefined) break;
      try {
        const next: IteratorResult<string> = await iterator.next();
        piece = next.done ? undefined : next.value;
      } catch (error) {
        // Thrown after the parser has given out what it holds: rows before a break are not lost.
        failure = error;
        piece = undefined;
      }
    }
  } finally {
    parser.destroy();
    // Whoever stops early lets the file be closed.
    await iterator.return?.();
  }
  if (failure !== undefined) throw failure;
}
