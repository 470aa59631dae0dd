import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError, SNAPSHOT_FILES } from '@marsad/records';
import type { SnapshotBytes } from './build-snapshot.js';

const entriesOf = async (folder: string): Promise<string[] | undefined> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * Writes a snapshot folder whole or not at all: aside first, then renamed into place. An earlier snapshot there is
 * replaced with all its files.
 * @throws InputError when the folder holds something else than a snapshot
 */
export const writeSnapshot = async (files: SnapshotBytes, dir: string): Promise<void> => {
  const target = resolve(dir);
  const present = await entriesOf(target);
  if (present && present.length > 0 && !present.includes(SNAPSHOT_FILES.manifest))
    throw new InputError('not-a-snapshot', `${dir}: expected an empty folder or a snapshot, got other files`, {
      remedy: 'Choose another folder; nothing was written.',
    });
  const aside = `${target}.writing`;
  const old = `${target}.replaced`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(aside, path)), { recursive: true });
    await writeFile(join(aside, path), bytes, { flush: true });
  }
  await rm(old, { recursive: true, force: true });
  if (present) await rename(target, old);
  await rename(aside, target);
  await rm(old, { recursive: true, force: true });
};
