import { open } from 'node:fs/promises';
import type { ListedFile } from './listed-files.js';

/** Bytes read at once: what one request holds in memory, however large the file is. */
const PART = 256 * 1024;

/** A file that is read where it lies, piece by piece. */
export interface FileOnDisk {
  size: number;
  /** bytes from `start` to `end`, both included */
  stream: (start: number, end: number) => ReadableStream<Uint8Array<ArrayBuffer>>;
}

/**
 * Opens a large file that never changes under its name. It stays open until `close`, so that one put in its place is not
 * mixed with it.
 * @param etag without quotation marks
 */
export const fileOnDisk = async (
  path: string,
  type: string,
  etag: string,
): Promise<{ file: ListedFile; close: () => Promise<void> }> => {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  const stream: FileOnDisk['stream'] = (start, end) => {
    let at = start;
    return new ReadableStream({
      pull: async (controller) => {
        const part = new Uint8Array(Math.min(PART, end + 1 - at));
        const { bytesRead } = await handle.read(part, 0, part.length, at);
        at += bytesRead;
        // A file that was cut short ends the answer before its length: the browser takes that for a fault.
        if (bytesRead === 0) return controller.error(new Error(`${path}: is shorter than it was`));
        controller.enqueue(part.subarray(0, bytesRead));
        if (at > end) controller.close();
      },
    });
  };
  return {
    file: { bytes: { size, stream }, type, etag: `"${etag}"`, immutable: true },
    close: () => handle.close(),
  };
};
