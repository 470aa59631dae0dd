import { openZipEntry } from '../../../src/import/zip/open-zip-entry.js';
import { readZipDirectory } from '../../../src/import/zip/zip-directory.js';
import type { ZipFile } from '../../../src/import/zip/zip-file.js';
import { inPieces } from './memory-files.js';

/** A zip file in memory. */
export const memoryZip = (bytes: Uint8Array, pieceBytes = 50): ZipFile => ({
  name: 'a.wacz',
  size: bytes.length,
  open: ({ start, end }) => inPieces(bytes.subarray(start, end), pieceBytes),
});

/** Everything in it, by name. */
export const unzipped = async (zip: ZipFile): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const entry of await readZipDirectory(zip)) {
    const parts: Uint8Array[] = [];
    for await (const part of openZipEntry(zip, entry)) parts.push(part);
    found[entry.name] = Buffer.concat(parts).toString('latin1');
  }
  return found;
};
