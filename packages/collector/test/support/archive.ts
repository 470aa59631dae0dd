import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Folder of development data beside the repository; not part of it. */
const SHARED = new URL('../../../../../shared/data/extraction/', import.meta.url);

export const hasArchive = (name: string): boolean => existsSync(new URL(name, SHARED));

/** The files of a gzipped tar archive by path. */
export const readArchive = (name: string): Map<string, Buffer> => {
  const tar = gunzipSync(readFileSync(new URL(name, SHARED)));
  const files = new Map<string, Buffer>();
  for (let at = 0; at + 512 <= tar.length; ) {
    const field = (start: number, length: number): string =>
      tar.toString('latin1', at + start, at + start + length).replace(/\0.*$/s, '');
    const path = `${field(345, 155)}${field(345, 155) === '' ? '' : '/'}${field(0, 100)}`;
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    if (field(156, 1) === '0' || field(156, 1) === '') files.set(path, tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
};
