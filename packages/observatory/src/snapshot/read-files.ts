import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@marsad/records';

/**
 * All files of a snapshot folder, path → bytes, sorted by path.
 * @throws InputError when there is no such folder
 */
export const readFiles = async (folder: string): Promise<Map<string, Uint8Array>> => {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new InputError('no-snapshot', `${folder}: expected a snapshot folder, but there is none`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .sort();
  const files = new Map<string, Uint8Array>();
  for (const path of paths) files.set(path, await readFile(join(folder, path)));
  return files;
};
