import { crc32, createInflateRaw } from 'node:zlib';
import { InputError } from '@marsad/records';
import { inflated } from '../open-bytes.js';
import { readRange, type ZipEntry, type ZipFile } from './zip-file.js';

const HEADER_BYTES = 30;

async function* checked(
  chunks: AsyncIterable<Uint8Array>,
  entry: ZipEntry,
  broken: (problem: string) => InputError,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  let crc = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > entry.size) throw broken(`is longer than the ${entry.size} bytes it states`);
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size < entry.size) throw broken(`ends after ${size} of ${entry.size} bytes; what came before was read`);
  if (crc !== entry.crc) throw broken('is damaged: its check sum is wrong; what it held was read all the same');
}

/**
 * Streams one entry of a zip file.
 * @throws {InputError} `bad-zip` when its own header is not what the directory says, `cut-off` after the last readable
 *   part when it is shorter, longer or other than stated
 */
export async function* openZipEntry(file: ZipFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const label = `${file.name}: the entry ${JSON.stringify(entry.name.slice(0, 200))}`;
  const header = await readRange(file, entry.offset, Math.min(file.size, entry.offset + HEADER_BYTES));
  const isHeader = header.length === HEADER_BYTES && header.readUInt32LE(0) === 0x04034b50;
  const start = isHeader
    ? entry.offset + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
    : Number.POSITIVE_INFINITY;
  const end = start + entry.packedSize;
  if (end > file.size) throw new InputError('bad-zip', `${label} is not where the directory says`);
  const broken = (problem: string): InputError =>
    new InputError('cut-off', `${label} ${problem}`, {
      remedy: 'Get the file again: this copy is not complete.',
    });
  if (entry.packedSize === 0) return;
  const packed: AsyncIterable<Uint8Array> = file.open({ start, end });
  yield* checked(
    entry.method === 'stored' ? packed : inflated(packed, createInflateRaw(), 'zip', `${file.name}/${entry.name}`),
    entry,
    broken,
  );
}
