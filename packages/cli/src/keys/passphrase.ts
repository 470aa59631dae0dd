import { readFile } from 'node:fs/promises';
import { InputError } from '@marsad/records';

/** The option of every command that touches private keys. */
export const PASSPHRASE_FLAG = '--passphrase-file <file>';

/** Shorter ones are guessed in a day, however slow a guess is made. */
const SHORTEST = 12;

/**
 * The passphrase in the first line of a file; undefined without a file.
 * @throws InputError when the file cannot be read or holds too little
 */
export const passphraseFrom = async (path: string | undefined): Promise<string | undefined> => {
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new InputError('no-passphrase', `${path}: expected a file with a passphrase, but it cannot be read`, {
      cause,
    });
  });
  const [line = ''] = text.split(/\r?\n/);
  if ([...line].length < SHORTEST)
    throw new InputError(
      'no-passphrase',
      `${path}: expected a passphrase of at least ${SHORTEST} signs in the first line`,
    );
  return line;
};
