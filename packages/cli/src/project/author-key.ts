import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { InputError } from '@marsad/records';

const KEY_BYTES = 32;

/** Writes a new key of 32 random bytes (as hexadecimal) that only its owner may read; never overwrites one. */
export const createAuthorKey = async (path: string): Promise<void> => {
  await writeFile(path, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
};

/** The key of a run that keeps nothing: its author hashes are thrown away with it. */
export const passingAuthorKey = (): Uint8Array => randomBytes(KEY_BYTES);

/**
 * The key of the author hashes; a city that holds no posts yet is given one.
 * @throws InputError when it is missing though there are posts: a new key would count every author anew
 */
export const keepAuthorKey = async (path: string, holdsPosts: () => Promise<boolean>): Promise<Uint8Array> => {
  if (!existsSync(path) && !(await holdsPosts())) await createAuthorKey(path);
  return readAuthorKey(path);
};

/**
 * Reads the key of the author hashes.
 * @throws InputError when it is missing or is not 64 hexadecimal characters: a new key would count every author anew
 */
export const readAuthorKey = async (path: string): Promise<Uint8Array> => {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    throw new InputError('author-key-missing', `expected the author key at ${path}, but it cannot be read`, {
      cause,
      remedy: 'Restore it from your backup. A city without posts gets one from its first `marsad collect` or `import`.',
    });
  }
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new InputError(
      'author-key-invalid',
      `${path}: expected 64 hexadecimal characters, got ${text.length} characters`,
      {
        remedy: 'Restore it from your backup.',
      },
    );
  }
  return Buffer.from(text, 'hex');
};
