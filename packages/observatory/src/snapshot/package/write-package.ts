import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** The earliest day a zip can tell; `forceDosTimestamp` writes no other form of the time. */
const TIME = new Date(1980, 0, 1);
/** A plain file that its owner may write and everybody may read. */
const MODE = 0o100644;

/**
 * The one zip that holds these files: names in the order of their code units, no times, stored without compression (deflate
 * differs between versions of zlib). A reader makes it again from what it read and compares every byte.
 */
export const packageBytes = (files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> => buffer(packageStream(files));

/** The same, piece by piece, so that it need not be held beside the files. */
export const packageStream = (files: ReadonlyMap<string, Uint8Array>): Readable => {
  const zip = new ZipFile();
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, {
      mtime: TIME,
      mode: MODE,
      compress: false,
      forceDosTimestamp: true,
    });
  zip.end();
  return Readable.from(zip.outputStream);
};
