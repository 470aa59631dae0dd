import { Readable } from 'node:stream';
import { InputError } from '@marsad/records';
import type { SourceFiles } from '../../../src/ports.js';

/** A stream of the bytes in small pieces, so that records and characters are cut in the middle. */
export const inPieces = (data: string | Uint8Array, size = 7): Readable => {
  const bytes = Buffer.from(data);
  function* pieces(): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return Readable.from(pieces());
};

/** Files that are in memory alone: by path, a folder being what others begin with. `opened` lists what was read. */
export const memoryFiles = (
  held: Record<string, string | Uint8Array>,
  pieceBytes = 7,
): SourceFiles & { opened: string[] } => {
  const opened: string[] = [];
  const entry = (path: string, name: string, inFolder: boolean) => {
    const bytes = Buffer.from(held[path] ?? '');
    return { path, name, size: bytes.length, stamp: bytes.toString('base64'), inFolder, isSpecial: false };
  };
  return {
    opened,
    async *list(path) {
      if (held[path] !== undefined) yield entry(path, path.split('/').at(-1) ?? path, false);
      else {
        const inside = Object.keys(held).filter((key) => key.startsWith(`${path}/`));
        if (inside.length === 0) throw new InputError('file-missing', `expected a file or folder at ${path}`);
        for (const key of inside.sort()) yield entry(key, key.slice(path.length + 1), true);
      }
    },
    open(path, range) {
      if (!range) opened.push(path);
      const bytes = Buffer.from(held[path] ?? '');
      return inPieces(range ? bytes.subarray(range.start, range.end) : bytes, pieceBytes);
    },
  };
};
