import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openSnapshotFiles } from '@marsad/observatory/snapshot';
import { InputError, sha256 } from '@marsad/records';
import { writeWhole } from './write-whole.js';

const FOLDER = 'packages';

/** Name of a package below packages/: of its content, so that no two contents ever share a name. */
export const packageName = (city: string, bytes: Uint8Array): string => `${city}/${sha256(bytes)}.zip`;

/** Path of a package. */
const packagePath = (folder: string, name: string): string => join(folder, FOLDER, name);

/** Writes a package whole, under the name of its content. */
export const keepPackage = (folder: string, name: string, bytes: Uint8Array): Promise<void> =>
  writeWhole(packagePath(folder, name), bytes);

/**
 * The files of a package that the hub holds, as they were taken.
 * @throws InputError when it is gone or was changed since
 */
export const readHeld = async (folder: string, name: string): Promise<Map<string, Uint8Array>> => {
  const path = packagePath(folder, name);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined || !name.endsWith(`/${sha256(bytes)}.zip`))
    throw new InputError(
      'package-lost',
      `${path}: expected the package that was taken, ${bytes === undefined ? 'but it is gone' : 'got other bytes'}`,
      { remedy: 'Restore the folder of the hub from a backup, or ask the city to send it again.' },
    );
  return openSnapshotFiles(path);
};

/**
 * Removes packages that the ledger does not know: what a kill between writing and taking left, and what was withdrawn.
 * Only to be called while the write lock is held, since a package is written before the ledger knows it.
 */
export const sweepPackages = async (folder: string, known: ReadonlySet<string>): Promise<void> => {
  const root = join(folder, FOLDER);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(root.length + 1).replaceAll('\\', '/');
    if (!known.has(name)) await rm(path, { force: true });
  }
};
