import type { Readable } from 'node:stream';
import { createGunzip, type Gunzip, type InflateRaw } from 'node:zlib';
import { InputError } from '@marsad/records';

/** A few kilobytes can hold megabytes: fed in pieces, what comes out at once stays under about 16 MB. */
const PIECE_BYTES = 16_384;

const isBroken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'Z_BUF_ERROR' || error.code === 'Z_DATA_ERROR');

function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
}

/**
 * Unpacks deflated bytes and gives out what comes before a break in them; of damaged data (not of cut ones) the engine
 * keeps the last 16 KiB to itself.
 * @param what such as `gzip`, for messages
 * @throws {InputError} `cut-off` after the last readable part
 */
export async function* inflated(
  chunks: AsyncIterable<Uint8Array>,
  engine: Gunzip | InflateRaw,
  what: string,
  name: string,
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  let failure: unknown;
  let isOver = false;
  let given = 0;
  let isFollowed = false;
  let goOn = (): void => {};
  /** Waits for what was begun, or for the engine's end: data after it are never asked for, so that no one calls back. */
  const until = (begin: (next: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      goOn = resolve;
      begin(resolve);
    });
  engine.on('end', () => goOn());
  engine.on('close', () => goOn());
  // Listened to, not iterated over: an iterator would throw away what was unpacked before an error.
  engine.on('data', (chunk: Uint8Array) => out.push(chunk));
  engine.on('error', (error) => {
    failure = error;
  });
  try {
    reading: for await (const chunk of chunks) {
      for (const piece of pieces(chunk)) {
        if (isOver) {
          isFollowed ||= piece.some((byte) => byte !== 0);
          if (isFollowed) break reading;
          continue;
        }
        await until((next) => engine.write(piece, next));
        yield* out.splice(0);
        if (failure !== undefined) break reading;
        given += piece.length;
        const unused = given - engine.bytesWritten;
        if (unused === 0) continue;
        // Zeros fill up a tape; anything else was meant to be read.
        isFollowed = piece.subarray(piece.length - unused).some((byte) => byte !== 0);
        isOver = true;
      }
    }
    if (failure === undefined && !engine.readableEnded) await until(() => isOver || engine.end());
    yield* out.splice(0);
  } finally {
    engine.destroy();
  }
  if (failure !== undefined && !isBroken(failure)) throw failure;
  if (failure === undefined && !isFollowed) return;
  throw new InputError(
    'cut-off',
    `${name}: the ${what} data end or break before their end; what came before was read`,
    { remedy: 'Get the file again: this copy is not complete.', cause: failure },
  );
}

/** The bytes of a stream with the first few looked at; an error among these comes after them. */
async function* withHead(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  failure: { error: unknown } | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head;
    if (failure) throw failure.error;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    // Whoever stops early lets the file be closed.
    await rest.return?.();
  }
}

const peek = async (
  stream: AsyncIterable<Uint8Array>,
): Promise<{ first: Uint8Array; all: AsyncGenerator<Uint8Array> }> => {
  const iterator = stream[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let failure: { error: unknown } | undefined;
  try {
    for (let length = 0; length < 4; ) {
      const next = await iterator.next();
      if (next.done) break;
      head.push(next.value);
      length += next.value.length;
    }
  } catch (error) {
    failure = { error };
  }
  return { first: Buffer.concat(head), all: withHead(head, iterator, failure) };
};

async function* toBytes(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/**
 * The bytes of a file as a stream, its first few (at least 4 unless it is shorter) looked at; gzip is recognised by them
 * and unpacked, however many members it has.
 * @throws {InputError} `cut-off` after the last readable part of broken gzip data
 */
export const openBytes = async (
  stream: Readable,
  name: string,
): Promise<{ first: Uint8Array; all: AsyncGenerator<Uint8Array> }> => {
  const source = await peek(toBytes(stream));
  if (source.first[0] !== 0x1f || source.first[1] !== 0x8b) return source;
  return peek(inflated(source.all, createGunzip(), 'gzip', name));
};
