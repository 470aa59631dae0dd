import { isUtf8 } from 'node:buffer';
import { InputError } from '@marsad/records';
import { refuseUnsafe } from './refuse-unsafe.js';
import { readRange, type ZipEntry, type ZipFile } from './zip-file.js';

const END_BYTES = 22;
const MAXIMUM_COMMENT_BYTES = 65_535;
const LOCATOR_BYTES = 20;
const END_64_BYTES = 56;
const ENTRY_BYTES = 46;
const MAXIMUM_ENTRIES = 20_000;
const MAXIMUM_DIRECTORY_BYTES = 16 * 2 ** 20;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;

const bad = (file: ZipFile, problem: string): InputError =>
  new InputError('bad-zip', `${file.name}: ${problem}`, {
    remedy: 'Get the file again: this copy is not complete, or it is no zip archive.',
  });

const number64 = (bytes: Buffer, at: number): number => {
  const value = bytes.readBigUInt64LE(at);
  // Sizes past 2^53 are lies; they fail whatever they are compared with.
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(value);
};

interface Directory {
  entries: number;
  bytes: number;
  offset: number;
}

/** Finds the end record; its comment must reach to the end of the file, so that no second one can be hidden in it. */
const findDirectory = async (file: ZipFile): Promise<Directory> => {
  const tailStart = Math.max(0, file.size - END_BYTES - MAXIMUM_COMMENT_BYTES - LOCATOR_BYTES);
  const tail = await readRange(file, tailStart, file.size);
  let at = tail.length - END_BYTES;
  while (
    at >= 0 &&
    !(tail.readUInt32LE(at) === 0x06054b50 && tail.readUInt16LE(at + 20) === tail.length - at - END_BYTES)
  )
    at -= 1;
  if (at < 0) throw bad(file, 'expected the directory of a zip archive at its end, found none');
  const isWhole = tail.readUInt16LE(at + 4) === 0 && tail.readUInt16LE(at + 6) === 0;
  const found: Directory = {
    entries: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const locator = at - LOCATOR_BYTES;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) {
    if (!isWhole) throw bad(file, 'is one part of a divided archive');
    return found;
  }
  const start = number64(tail, locator + 8);
  const end = await readRange(file, start, Math.min(file.size, start + END_64_BYTES));
  if (end.length < END_64_BYTES || end.readUInt32LE(0) !== 0x06064b50)
    throw bad(file, 'its zip64 directory is not where it says');
  return { entries: number64(end, 32), bytes: number64(end, 40), offset: number64(end, 48) };
};

/** Sizes and offset from the zip64 extra field, for those that are too large for the entry itself. */
const widened = (
  extra: Buffer,
  entry: { size: number; packedSize: number; offset: number },
): { size: number; packedSize: number; offset: number } => {
  const wide = { ...entry };
  for (let at = 0; at + 4 <= extra.length; ) {
    const id = extra.readUInt16LE(at);
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    at += 4;
    if (id === 1) {
      for (const key of ['size', 'packedSize', 'offset'] as const) {
        if (wide[key] !== 0xffffffff || at + 8 > end) continue;
        wide[key] = number64(extra, at);
        at += 8;
      }
    }
    at = end;
  }
  return wide;
};

const nameOf = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');

/**
 * Reads the directory of a zip file (APPNOTE 6.3, zip64 too); folders are left out.
 * @throws {InputError} `bad-zip` when there is none or it makes no sense, `unsafe-zip` when it is made to mislead: paths
 *   outside, symbolic links, encrypted entries, one name twice, overlaps, too many entries or bytes
 */
export const readZipDirectory = async (file: ZipFile): Promise<ZipEntry[]> => {
  const { entries: count, bytes, offset } = await findDirectory(file);
  if (count > MAXIMUM_ENTRIES || bytes > MAXIMUM_DIRECTORY_BYTES)
    throw new InputError('unsafe-zip', `${file.name}: ${count} entries are more than ${MAXIMUM_ENTRIES}`);
  if (!(offset + bytes <= file.size)) throw bad(file, 'its directory is not where it says');
  const directory = await readRange(file, offset, offset + bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw bad(file, `its directory breaks off after ${index} of ${count} entries`);
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const name = nameOf(directory.subarray(at + ENTRY_BYTES, nameEnd));
    const refuse = (problem: string): InputError =>
      new InputError('unsafe-zip', `${file.name}: the entry ${JSON.stringify(name.slice(0, 200))} ${problem}`);
    if (((directory.readUInt32LE(at + 38) >>> 16) & FILE_TYPE) === SYMLINK) throw refuse('is a symbolic link');
    if (flags & 0x2041) throw refuse('is encrypted');
    if (method !== 0 && method !== 8)
      throw refuse(`is packed by method ${method}, which is neither stored nor deflated`);
    entries.push({
      name,
      method: method === 0 ? 'stored' : 'deflated',
      crc: directory.readUInt32LE(at + 16),
      ...widened(directory.subarray(nameEnd, extraEnd), {
        packedSize: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
      }),
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  if (at !== directory.length) throw bad(file, `its directory holds more than the ${count} entries it states`);
  refuseUnsafe(file.name, entries, offset);
  return entries.filter(({ name }) => !name.endsWith('/'));
};
