import type { Readable } from 'node:stream';
import { columnValue, resolveColumns } from './columns.js';
import { csvBatches } from './csv-records.js';
import { type FileFormat, formatByName } from './file-format.js';
import { foreignBytes } from './foreign-bytes.js';
import { jsonlBatches, jsonRecords } from './json-records.js';
import { openText } from './open-text.js';
import {
  type BadRow,
  type RawRecord,
  ROW_FIELDS,
  ROW_FORMATS,
  type Row,
  type RowField,
  type RowFormat,
  type RowMap,
} from './row.js';

/** JSON records may leave fields out: a column counts as missing only if none of the first so many has it. */
const HEAD_RECORDS = 100;

export interface ReadRowsOptions {
  /** file name, for messages and to tell the format by its ending; `.gz` is passed over */
  name?: string | undefined;
  format?: RowFormat | undefined;
  map?: RowMap | undefined;
}

const isRowFormat = (format: FileFormat | undefined): format is RowFormat =>
  format !== undefined && ROW_FORMATS.some((known) => known === format);

const rowFormatOf = (name: string, head: string): RowFormat => {
  const byName = formatByName(name);
  if (isRowFormat(byName)) return byName;
  const start = head.trimStart();
  return start.startsWith('[') ? 'json' : start.startsWith('{') ? 'jsonl' : 'csv';
};

async function* continued(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* records(stream: Readable, name: string, format: RowFormat | undefined): AsyncGenerator<RawRecord[]> {
  const iterator = openText(stream, name)[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? '' : first.value;
  const text = continued(head, iterator);
  switch (format ?? rowFormatOf(name, head)) {
    case 'csv':
      return yield* csvBatches(text, name);
    case 'tsv':
      return yield* csvBatches(text, name, '\t');
    case 'jsonl':
      return yield* jsonlBatches(text, name);
    case 'json':
      for await (const record of jsonRecords(text, name)) yield [record];
  }
}

const written = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
      ? String(value)
      : '';

const toRow = (record: RawRecord, row: number, columns: RowMap): Row | BadRow => {
  if ('reason' in record) return { row, line: record.line, reason: record.reason, problem: record.problem };
  const fields: Partial<Record<Exclude<RowField, 'text'>, string>> = {};
  for (const field of ROW_FIELDS) {
    if (field === 'text') continue;
    const column = columns[field];
    if (column === undefined) continue;
    const value = written(columnValue(record.values, column)).trim();
    if (value !== '') fields[field] = value;
  }
  const text = written(columnValue(record.values, columns.text ?? ''));
  const foreign = foreignBytes(text) ?? foreignBytes([fields.title, fields.id, fields.thread, fields.url].join(' '));
  if (foreign !== undefined) {
    const hasId = fields.id !== undefined && foreignBytes(fields.id) === undefined;
    return {
      row,
      line: record.line,
      ...(hasId && fields.id !== undefined ? { id: fields.id } : {}),
      reason: 'not-utf-8',
      problem: `row ${row} (line ${record.line}) ${foreign}`,
    };
  }
  if (text.trim() === '') {
    return {
      row,
      line: record.line,
      ...(fields.id === undefined ? {} : { id: fields.id }),
      reason: 'no-text',
      problem: `row ${row} has no text in column ${columns.text}`,
    };
  }
  return { row, line: record.line, text, values: record.values, ...fields };
};

const columnsOf = (head: readonly RawRecord[], map: RowMap, name: string): RowMap => {
  const readable = head.flatMap((record) => ('values' in record ? [record.values] : []));
  const columns = [...new Set(readable.flatMap((values) => Object.keys(values)))];
  return resolveColumns(
    map,
    columns,
    (column) => readable.some((values) => columnValue(values, column) !== undefined),
    name,
  );
};

/**
 * Streams the rows of a CSV, TSV, JSON Lines or JSON file, one for every row of data, in order: those with a text, and in
 * place those that cannot be used, such as those with bytes that are not UTF-8 in text, title or id; as many at once as a piece of the file holds. Gzip and UTF-16 are recognised; at no
 * time is more than a piece and a hundred rows in memory.
 * @throws {InputError} a column that is not there (with the columns there are), data that break off (after the rows before)
 */
export async function* readRowBatches(
  stream: Readable,
  options: ReadRowsOptions = {},
): AsyncGenerator<(Row | BadRow)[]> {
  const name = options.name ?? 'input';
  let head: RawRecord[] | undefined = [];
  let columns: RowMap = {};
  let row = 0;
  const rowsOf = (batch: readonly RawRecord[]): (Row | BadRow)[] =>
    batch.map((record) => {
      row += 1;
      return toRow(record, row, columns);
    });
  const begin = (): (Row | BadRow)[] => {
    const held = head ?? [];
    head = undefined;
    // An empty file has no columns to be wrong about.
    if (held.length > 0) columns = columnsOf(held.slice(0, HEAD_RECORDS), options.map ?? {}, name);
    return rowsOf(held);
  };
  try {
    for await (const batch of records(stream, name, options.format)) {
      if (!head) {
        yield rowsOf(batch);
        continue;
      }
      for (const record of batch) head.push(record);
      if (head.length >= HEAD_RECORDS) yield begin();
    }
  } catch (error) {
    if (head) yield begin();
    throw error;
  }
  if (head) yield begin();
}

/** The same rows one by one. */
export async function* readRows(stream: Readable, options: ReadRowsOptions = {}): AsyncGenerator<Row | BadRow> {
  for await (const batch of readRowBatches(stream, options)) yield* batch;
}
