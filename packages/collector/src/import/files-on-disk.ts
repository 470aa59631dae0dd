import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { InputError } from '@marsad/records';
import type { FileEntry, SourceFiles } from '../ports.js';

const sizeAndStamp = ({ size, mtimeMs, ino }: Stats): Pick<FileEntry, 'size' | 'stamp'> => ({
  size,
  stamp: `${size} ${mtimeMs} ${ino}`,
});

async function* below(folder: string, prefix: string): AsyncGenerator<FileEntry> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) yield* below(path, `${name}/`);
    else yield { ...sizeAndStamp(await lstat(path)), path, name, inFolder: true, isSpecial: !entry.isFile() };
  }
}

/**
 * The files of this machine as sources see them: relative paths begin at `folder`. Nothing is touched before a call.
 */
export const filesOnDisk = (folder: string): SourceFiles => ({
  async *list(path) {
    const from = resolve(folder, path);
    const found = await stat(from).catch((cause: unknown) => {
      throw new InputError('file-missing', `expected a file or folder at ${path}, but there is none`, { cause });
    });
    if (found.isDirectory()) yield* below(from, '');
    else {
      const isSpecial = !found.isFile();
      yield { ...sizeAndStamp(found), path: from, name: basename(from), inFolder: false, isSpecial };
    }
  },
  open: (path, range) =>
    createReadStream(resolve(folder, path), range ? { start: range.start, end: range.end - 1 } : {}),
});
