import { crc32, inflateRawSync } from 'node:zlib';
import { InputError } from '@marsad/records';
import { MOST_BYTES, tooLarge } from './limits.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MOST_ENTRIES = 2_000;

/** Whether bytes begin as a ZIP archive does. */
export const isZip = (bytes: Buffer): boolean => bytes.length >= 4 && bytes.readUInt32LE(0) === LOCAL_ENTRY;

const directoryOf = (bytes: Buffer, broken: (what: string) => InputError) => {
  // The end record is 22 bytes and a comment of at most 65,535 (APPNOTE.TXT 6.3.10, section 4.3.16).
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY)
      return { entries: bytes.readUInt16LE(at + 10), start: bytes.readUInt32LE(at + 16) };
  }
  throw broken('no directory at its end');
};

/**
 * The files in a ZIP archive whose names `wanted` accepts, unpacked: name → bytes. Sizes are held to what the directory
 * says and to a limit for all of them, sums are checked.
 * @throws InputError for a broken, encrypted, overlong or otherwise packed archive
 */
export const zipEntries = (bytes: Buffer, wanted: (name: string) => boolean, file: string): Map<string, Buffer> => {
  const broken = (what: string, cause?: unknown): InputError =>
    new InputError('bad-zip', `${file}: expected a ZIP archive, got one with ${what}`, { cause });
  const { entries, start } = directoryOf(bytes, broken);
  if (entries > MOST_ENTRIES) throw tooLarge(file, 'files in the archive', MOST_ENTRIES, entries);
  const found = new Map<string, Buffer>();
  let unpacked = 0;
  let at = start;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken('a torn directory');
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const sum = bytes.readUInt32LE(at + 16);
    const packedSize = bytes.readUInt32LE(at + 20);
    const size = bytes.readUInt32LE(at + 24);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (!wanted(name)) continue;
    unpacked += size;
    if (unpacked > MOST_BYTES) throw tooLarge(file, 'bytes when unpacked', MOST_BYTES, unpacked);
    if (flags % 2 === 1) throw broken(`${name} encrypted`);
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw broken(`${name} missing`);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + packedSize);
    let whole = packed;
    if (method === 8) {
      try {
        whole = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
      } catch (cause) {
        throw broken(`${name} damaged`, cause);
      }
    } else if (method !== 0) throw broken(`${name} packed by method ${method}`);
    if (whole.length !== size || crc32(whole) !== sum) throw broken(`${name} damaged`);
    found.set(name, whole);
  }
  return found;
};
