import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '@marsad/records';
import iconv from 'iconv-lite';

const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'Z_BUF_ERROR' || error.code === 'Z_DATA_ERROR');

async function* gunzipped(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const out: Uint8Array[] = [];
  let failure: unknown;
  // Listened to, not iterated over: an iterator would throw away what was unpacked before an error.
  gunzip.on('data', (chunk: Uint8Array) => out.push(chunk));
  gunzip.on('error', (error) => {
    failure = error;
  });
  try {
    for await (const chunk of chunks) {
      await new Promise<void>((resolve) => gunzip.write(chunk, () => resolve()));
      yield* out.splice(0);
      if (failure !== undefined) break;
    }
    if (failure === undefined) {
      await new Promise<void>((resolve) => {
        gunzip.once('close', resolve);
        gunzip.end();
      });
    }
    yield* out.splice(0);
  } finally {
    gunzip.destroy();
  }
  if (failure === undefined) return;
  if (!isCutOff(failure)) throw failure;
  throw new InputError('cut-off', `${name}: the gzip data end or break before their end; what came before was read`, {
    remedy: 'Get the file again: this copy is not complete.',
    cause: failure,
  });
}

/** The bytes of a stream with the first few looked at. */
async function* withHead(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

const peek = async (
  stream: AsyncIterable<Uint8Array>,
): Promise<{ first: Uint8Array; all: AsyncGenerator<Uint8Array> }> => {
  const iterator = stream[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < 4) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    length += next.value.length;
  }
  return { first: Buffer.concat(head), all: withHead(head, iterator) };
};

async function* toBytes(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/**
 * The text of a file as a stream: gzip is recognised by its first bytes, UTF-16 by its byte order mark; all else is UTF-8.
 * @throws {InputError} `cut-off` after the last readable part of broken gzip data
 */
export async function* openText(stream: Readable, name: string): AsyncGenerator<string> {
  let source = await peek(toBytes(stream));
  if (source.first[0] === 0x1f && source.first[1] === 0x8b) source = await peek(gunzipped(source.all, name));
  const [a, b] = source.first;
  const decoder = iconv.getDecoder(
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8',
  );
  let isFirst = true;
  for await (const chunk of source.all) {
    const text = decoder.write(Buffer.from(chunk));
    if (text === '') continue;
    yield isFirst ? text.replace(/^\uFEFF/, '') : text;
    isFirst = false;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
