import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '@marsad/records';

/**
 * All files of a folder and its folders, path with slashes → bytes, sorted by path.
 * @throws InputError for a link or anything else that is neither a file nor a folder
 */
export const readFolder = async (folder: string): Promise<Map<string, Uint8Array>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
      if (!entry.isFile())
        throw new InputError(
          'not-a-plain-file',
          `${folder}: expected plain files only, but ${path} is a link or a device`,
        );
      return path;
    })
    .sort();
  const files = new Map<string, Uint8Array>();
  for (const path of paths) files.set(path, await readFile(join(folder, path)));
  return files;
};
