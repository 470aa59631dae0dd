import { open } from 'node:fs/promises';
import { InputError } from '@marsad/records';
import yauzl from 'yauzl';
import { contentOf, listedProblem, nameOf, type RawEntry } from './check-entry.js';
import { printableName } from './entry-name.js';
import { packageStream } from './write-package.js';

/** Larger than the snapshot of any city; the whole of it is held in memory once. */
const LARGEST = 48 * 1024 * 1024;
const MOST_ENTRIES = 1000;
/** The end of a zip: a signature, counts and places, and no comment. */
const END = 22;
const END_SIGNATURE = 0x06054b50;
const IN_ZIP64 = 0xffff;

const REMEDY =
  'Ask its sender for the package again, as `marsad snapshot sign` wrote it, and ask whether it was opened or packed anew on its way; nothing of this one was used.';

const unfit = (path: string, what: string, cause?: unknown): InputError =>
  new InputError('unfit-package', `${path}: ${what}`, { remedy: REMEDY, cause });

/** The bytes of the file, read once it is known to be small enough. */
const bytesOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new InputError('no-package', `${path}: expected the zip of a snapshot, but it cannot be opened`, { cause });
  });
  try {
    const { size } = await handle.stat();
    if (size > LARGEST) throw unfit(path, `expected a package of at most ${LARGEST} bytes, got ${size}`);
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Checks the end of the zip, where another reader might look for another list than ours. */
const listPlace = (zip: Buffer, path: string): number => {
  if (zip.length < END || zip.readUInt32LE(0) !== 0x04034b50)
    throw new InputError('no-package', `${path}: this is no package of a snapshot: it does not begin as a zip`, {
      remedy: REMEDY,
    });
  const at = zip.length - END;
  if (zip.readUInt32LE(at) !== END_SIGNATURE || zip.readUInt16LE(at + 20) !== 0)
    throw unfit(
      path,
      'this is not the package as it was made: it is cut off, or has a comment or other bytes at its end',
    );
  const [disk = 0, listDisk = 0, here = 0, all = 0] = [4, 6, 8, 10].map((offset) => zip.readUInt16LE(at + offset));
  const listBytes = zip.readUInt32LE(at + 12);
  const list = zip.readUInt32LE(at + 16);
  if (all === IN_ZIP64 || listBytes === 0xffffffff || list === 0xffffffff)
    throw unfit(path, 'expected a plain zip, got one whose sizes stand in a zip64 record');
  if (disk !== 0 || listDisk !== 0 || here !== all) throw unfit(path, 'expected a zip in one piece, got a part of one');
  if (all > MOST_ENTRIES) throw unfit(path, `expected at most ${MOST_ENTRIES} entries, got ${all}`);
  if (list + listBytes !== at)
    throw unfit(path, 'this is not the package as it was made: its list of files does not lie right before its end');
  return list;
};

/** The name of the entry in the list that comes after those that could be read. */
const nextName = (zip: Buffer, list: number, read: readonly RawEntry[]): string => {
  const lengths = read.map((entry) => 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
  const at = list + lengths.reduce((sum, length) => sum + length, 0);
  if (at + 46 > zip.length) return 'the list at the end';
  return printableName(zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString('utf8'));
};

/** The entries of the list at the end, in its order. */
const entriesOf = (zip: Buffer, list: number, path: string): Promise<RawEntry[]> =>
  new Promise((resolve, reject) => {
    const entries: RawEntry[] = [];
    const refuse = (error: Error): void =>
      reject(
        unfit(
          path,
          `this is not the package as it was made: ${nextName(zip, list, entries)} cannot be read (${error.message})`,
          error,
        ),
      );
    // Names stay bytes, since yauzl would mend some of them; sizes are checked entry by entry, with their names.
    yauzl.fromBuffer(zip, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false }, (error, opened) => {
      if (error) return refuse(error);
      opened.on('entry', (entry: RawEntry) => {
        entries.push(entry);
        opened.readEntry();
      });
      opened.on('end', () => resolve(entries));
      opened.on('error', refuse);
      opened.readEntry();
    });
  });

interface Placed {
  name: string;
  /** where its content ends */
  end: number;
}

/** The name of the entry that holds the byte at `offset`, for a message. */
const holderOf = (entries: readonly Placed[], offset: number): string => {
  const holder = entries.find(({ end }) => offset < end);
  return holder ? printableName(holder.name) : 'the list at the end';
};

/** Makes the package again and compares byte by byte: a package has one possible form. */
const compareWithOwn = async (
  zip: Buffer,
  files: ReadonlyMap<string, Uint8Array>,
  entries: readonly Placed[],
  path: string,
): Promise<void> => {
  const differs = (offset: number): InputError =>
    unfit(path, `this is not the package as it was made: byte ${offset}, in ${holderOf(entries, offset)}, differs`);
  let offset = 0;
  for await (const chunk of packageStream(files)) {
    const own = chunk as Buffer;
    const came = zip.subarray(offset, offset + own.length);
    if (!own.equals(came)) {
      const first = own.findIndex((byte, index) => byte !== came[index]);
      throw differs(offset + first);
    }
    offset += own.length;
  }
  if (offset !== zip.length) throw differs(offset);
};

/**
 * All files of a package, path → bytes, sorted by path. Nothing is written anywhere. A package has one possible form, so
 * whatever else a zip can be (links, paths that lead out, twins, compression, comments, bytes between or behind entries) is
 * refused, with the name of the entry.
 * @throws InputError naming the entry and what is wrong with it
 */
export const readPackage = async (path: string): Promise<Map<string, Uint8Array>> => {
  const zip = await bytesOf(path);
  const list = listPlace(zip, path);
  const raw = await entriesOf(zip, list, path);
  const files = new Map<string, Uint8Array>();
  const placed: Placed[] = [];
  const folded = new Map<string, string>();
  let from = 0;
  for (const entry of raw) {
    const name = nameOf(entry) ?? entry.fileName.toString('latin1');
    const refuse = (what: string): InputError => unfit(path, `${printableName(name)} ${what}`);
    if (nameOf(entry) === undefined) throw refuse('has a name that is no UTF-8');
    if (files.has(name)) throw refuse('comes twice');
    const twin = folded.get(name.normalize('NFKC').toLowerCase());
    if (twin !== undefined) throw refuse(`differs from ${printableName(twin)} only in how it is written`);
    folded.set(name.normalize('NFKC').toLowerCase(), name);
    const problem = listedProblem(entry, name);
    if (problem !== undefined) throw refuse(problem);
    const read = contentOf(zip, entry, { from, end: list });
    if ('problem' in read) throw refuse(read.problem);
    from += 30 + entry.fileNameLength + read.content.length;
    files.set(name, read.content);
    placed.push({ name, end: from });
  }
  if (files.size === 0) throw unfit(path, 'expected files, got an empty package');
  if (from !== list)
    throw unfit(path, `this is not the package as it was made: ${list - from} bytes too many behind its files`);
  await compareWithOwn(zip, files, placed, path);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
};
