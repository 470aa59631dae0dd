import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { readRowBatches } from '@marsad/collector/rows';
import { InputError } from '@marsad/records';

/** Bytes of a file that are read at once; a few hundred rows. */
const PIECE_BYTES = 128 * 1024;

export interface BatchRow {
  /** the row's own id, or `row-N` counted from 1 when it has none */
  id: string;
  /** absent when the row holds no text */
  text?: string;
  /** what is wrong with the row, in words */
  problem?: { code: string; message: string };
}

export interface BatchInput {
  path: string;
  format?: 'csv' | 'jsonl';
  textField?: string;
  idField?: string;
  /** told of every piece of the file as it lies there, before it is unpacked */
  onBytes?: (bytes: Uint8Array) => void;
}

/**
 * The rows of a CSV or JSON Lines file (gzip too; `-` is standard input), one for every line of data, in order, so that
 * what comes out has as many lines as what went in; as many at once as a piece of the file holds.
 * @throws InputError when the file is missing or has no such column
 */
export async function* readBatchRows(input: BatchInput): AsyncGenerator<BatchRow[]> {
  if (input.path !== '-') {
    const found = await stat(input.path).catch(() => undefined);
    if (!found?.isFile()) throw new InputError('file-missing', `expected a file at ${input.path}, but there is none`);
  }
  try {
    yield* rowsOf(input);
  } catch (error) {
    if (!(error instanceof InputError) || !['no-such-column', 'no-text-column'].includes(error.code)) throw error;
    throw new InputError(error.code, error.message, {
      cause: error,
      remedy: 'Name the right columns with --text and --id.',
    });
  }
}

async function* watched(stream: Readable, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    onBytes(bytes);
    yield bytes;
  }
}

async function* rowsOf(input: BatchInput): AsyncGenerator<BatchRow[]> {
  const file = input.path === '-' ? process.stdin : createReadStream(input.path, { highWaterMark: PIECE_BYTES });
  const stream = input.onBytes ? Readable.from(watched(file, input.onBytes), { objectMode: false }) : file;
  let count = 0;
  const options = {
    name: input.path,
    ...(input.format ? { format: input.format } : {}),
    map: {
      ...(input.textField ? { text: input.textField } : {}),
      ...(input.idField ? { id: input.idField } : {}),
    },
  };
  for await (const rows of readRowBatches(stream, options)) {
    yield rows.map((row): BatchRow => {
      count += 1;
      const id = row.id ?? `row-${count}`;
      return 'problem' in row ? { id, problem: { code: row.reason, message: row.problem } } : { id, text: row.text };
    });
  }
}
