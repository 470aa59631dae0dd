import type { Entry } from 'yauzl';
import { nameProblem } from './entry-name.js';

/** An entry as it stands in the list at the end of a zip, its name still as bytes. */
export type RawEntry = Omit<Entry, 'fileName'> & { fileName: Buffer };

const LOCAL_HEADER = 30;
const LOCAL_SIGNATURE = 0x04034b50;
/** A plain file that its owner may write and everybody may read, as `packageBytes` writes it. */
const PLAIN_FILE = (0o100644 << 16) >>> 0;
const KIND_OF_FILE = 0o170000;
const SYMLINK = 0o120000;
const FOLDER = 0o040000;
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const SIZES_FOLLOW = 0x0008;
const UTF8_NAME = 0x0800;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The name of an entry, or undefined where its bytes are no UTF-8. */
export const nameOf = (entry: RawEntry): string | undefined => {
  try {
    return decoder.decode(entry.fileName);
  } catch {
    return undefined;
  }
};

const attributeProblem = (attributes: number): string | undefined => {
  const kind = (attributes >>> 16) & KIND_OF_FILE;
  if (kind === SYMLINK) return 'is a link to another place';
  if (kind === FOLDER || (attributes & 0x10) !== 0) return 'is a folder, and only files may be here';
  return attributes === PLAIN_FILE ? undefined : 'is no plain file with the rights of one';
};

/** What is wrong with the entry in the list at the end, or undefined. */
export const listedProblem = (entry: RawEntry, name: string): string | undefined => {
  const { generalPurposeBitFlag: flags } = entry;
  const named = nameProblem(name);
  if (named !== undefined) return named;
  if ((flags & ENCRYPTED) !== 0) return 'is encrypted';
  if ((flags & SIZES_FOLLOW) !== 0) return 'tells its size only behind its content';
  if (flags !== UTF8_NAME) return 'has other flags than a package has';
  if (entry.compressionMethod !== 0) return 'is compressed, and a package is not';
  if (entry.extraFieldLength !== 0) return 'carries extra fields';
  if (entry.fileCommentLength !== 0) return 'carries a comment';
  if (entry.compressedSize !== entry.uncompressedSize) return 'tells two different sizes';
  return attributeProblem(entry.externalFileAttributes);
};

/**
 * The content of an entry, or what is wrong with the header before it. Entries lie side by side from the first byte on, so
 * that none overlaps another and nothing lies between them.
 * @param from where the entry before it ends
 * @param end where the list at the end begins
 */
export const contentOf = (
  zip: Buffer,
  entry: RawEntry,
  { from, end }: { from: number; end: number },
): { content: Buffer } | { problem: string } => {
  const at = entry.relativeOffsetOfLocalHeader;
  if (at < from) return { problem: 'overlaps another entry' };
  if (at > from) return { problem: `leaves ${at - from} bytes between it and what comes before` };
  const start = at + LOCAL_HEADER + entry.fileNameLength;
  if (start + entry.compressedSize > end) return { problem: 'tells a size larger than the package' };
  const same =
    zip.readUInt32LE(at) === LOCAL_SIGNATURE &&
    zip.readUInt16LE(at + 6) === entry.generalPurposeBitFlag &&
    zip.readUInt16LE(at + 8) === entry.compressionMethod &&
    zip.readUInt32LE(at + 14) === entry.crc32 &&
    zip.readUInt32LE(at + 18) === entry.compressedSize &&
    zip.readUInt32LE(at + 22) === entry.uncompressedSize &&
    zip.readUInt16LE(at + 26) === entry.fileNameLength &&
    zip.readUInt16LE(at + 28) === 0 &&
    zip.subarray(at + LOCAL_HEADER, start).equals(entry.fileName);
  if (!same) return { problem: 'says something else before its content than in the list at the end' };
  const content = zip.subarray(start, start + entry.compressedSize);
  if (content.length >= 4 && content.readUInt32LE(0) === LOCAL_SIGNATURE)
    return { problem: 'is an archive within the archive' };
  return { content };
};
