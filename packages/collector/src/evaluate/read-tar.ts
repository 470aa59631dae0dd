import { gunzipSync } from 'node:zlib';
import { InputError } from '@marsad/records';

const BLOCK = 512;

/**
 * The files of a gzipped tar archive (POSIX ustar) by path. For evaluation sets, which are small: all of it is held in
 * memory.
 * @throws InputError when the bytes are not such an archive
 */
export const readTar = (bytes: Uint8Array, name: string): Map<string, Buffer> => {
  let tar: Buffer;
  try {
    tar = gunzipSync(bytes);
  } catch (cause) {
    throw new InputError('not-a-tar', `${name}: expected a .tar.gz archive, got ${(cause as Error).message}`, {
      cause,
    });
  }
  const files = new Map<string, Buffer>();
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const field = (start: number, length: number): string =>
      tar.toString('latin1', at + start, at + start + length).replace(/\0.*$/s, '');
    const prefix = field(345, 155);
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    if (!Number.isFinite(size)) throw new InputError('not-a-tar', `${name}: expected a tar header at byte ${at}`);
    const kind = field(156, 1);
    if (kind === '0' || kind === '') {
      files.set(
        prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`,
        tar.subarray(at + BLOCK, at + BLOCK + size),
      );
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
};
