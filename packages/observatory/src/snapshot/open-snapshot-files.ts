import { stat } from 'node:fs/promises';
import { InputError } from '@marsad/records';
import { readPackage } from './package/read-package.js';
import { readFolder } from './read-folder.js';

/**
 * The files of a snapshot, whether it rests as a folder or as a package (a zip with the same files): path → bytes, sorted
 * by path. Nothing is checked but that it can be read.
 * @throws InputError when there is neither, or the package cannot be read
 */
export const openSnapshotFiles = async (path: string): Promise<Map<string, Uint8Array>> => {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return readFolder(path);
  if (found?.isFile()) return readPackage(path);
  throw new InputError('no-snapshot', `${path}: expected a snapshot, folder or package, but there is none`);
};
