import { randomUUID } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { InputError } from '@marsad/records';

/**
 * Writes a file whole or not at all, and never over another: aside first, then given its name.
 * @throws InputError when there is a file already
 */
export const writeNewFile = async (path: string, bytes: Uint8Array | Iterable<string>): Promise<void> => {
  const aside = `${path}.${randomUUID()}.writing`;
  try {
    await writeFile(aside, bytes, { flush: true });
    // Unlike a rename, a link fails where the name is taken.
    await link(aside, path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
      throw new InputError('exists', `${path}: expected the name of a new file, but there is one already`, {
        cause,
        remedy: 'Choose another name; nothing was written.',
      });
    throw cause;
  } finally {
    await rm(aside, { force: true });
  }
};
