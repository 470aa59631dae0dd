import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { packageBytes } from '@marsad/observatory';
import { InputError } from '@marsad/records';

/** What a zip begins with. */
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/**
 * Writes a snapshot as a package, whole or not at all. An earlier package under that name is replaced.
 * @throws InputError when something else than a zip has that name
 */
export const writePackageFile = async (files: ReadonlyMap<string, Uint8Array>, path: string): Promise<void> => {
  const found = await stat(path).catch(() => undefined);
  if (found && !(found.isFile() && (await readFile(path)).subarray(0, ZIP.length).equals(ZIP)))
    throw new InputError('not-a-package', `${path}: expected a new name or an earlier package, got something else`, {
      remedy: 'Choose another name; nothing was written.',
    });
  const aside = `${path}.writing`;
  try {
    const file = await open(aside, 'w');
    try {
      await file.writeFile(await packageBytes(files));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (cause) {
    await rm(aside, { force: true });
    throw new InputError(
      'cannot-write',
      `${path}: cannot be written (${cause instanceof Error ? cause.message : cause})`,
      {
        cause,
      },
    );
  }
};
