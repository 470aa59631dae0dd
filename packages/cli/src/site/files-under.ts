import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The plain files of a folder and of the folders in it: path with slashes → bytes. */
export const filesUnder = async (folder: string): Promise<Map<string, Uint8Array>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path));
  }
  return files;
};
