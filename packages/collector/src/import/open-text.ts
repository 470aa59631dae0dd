import type { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { MarkingDecoder } from './foreign-bytes.js';
import { openBytes } from './open-bytes.js';

/**
 * The text of a file as a stream: gzip is recognised by its first bytes, UTF-16 by its byte order mark; all else is UTF-8,
 * in which bytes that are none are marked (`foreignBytes`).
 * @throws {InputError} `cut-off` after the last readable part of broken gzip data
 */
export async function* openText(stream: Readable, name: string): AsyncGenerator<string> {
  const source = await openBytes(stream, name);
  const [a, b] = source.first;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  const decoder = wide === undefined ? new MarkingDecoder() : iconv.getDecoder(wide);
  let isFirst = true;
  for await (const chunk of source.all) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text === '') continue;
    yield isFirst ? text.replace(/^\uFEFF/, '') : text;
    isFirst = false;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
