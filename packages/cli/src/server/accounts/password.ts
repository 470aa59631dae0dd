import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { InputError } from '@marsad/records';
import type { KeptPassword } from './account.js';

/** Fewest signs of a password (NIST SP 800-63B asks for 8 at least and for no rules about kinds of signs). */
const FEWEST = 12;
const MOST_BYTES = 1024;

/** scrypt with 32 MiB and three rounds of it: OWASP's second choice, as the first takes 128 MiB for every try. */
const STRENGTH = { cost: 2 ** 15, blockSize: 8, parallel: 3 } as const;
const HASH_BYTES = 32;

/** One password is written in one way whatever the keyboard (NFKC, as NIST SP 800-63B asks). */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8');

const derive = (password: string, salt: Buffer, how: Omit<KeptPassword, 'salt' | 'hash'>): Promise<Buffer> => {
  const { cost, blockSize, parallel } = how;
  const options: ScryptOptions = {
    N: cost,
    r: blockSize,
    p: parallel,
    maxmem: 128 * cost * blockSize + 1024 * 1024 * parallel,
  };
  return new Promise((resolve, reject) => {
    scrypt(bytesOf(password), salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
};

/**
 * Refuses a password that is quickly guessed.
 * @throws InputError when it is short, very long, one sign over and over, or holds the account's name
 */
export const checkPassword = (password: string, name: string): void => {
  const signs = [...password.normalize('NFKC')];
  const problem =
    signs.length < FEWEST
      ? `at least ${FEWEST} signs, got ${signs.length}`
      : bytesOf(password).length > MOST_BYTES
        ? `at most ${MOST_BYTES} bytes`
        : new Set(signs).size < 5
          ? 'more than four different signs'
          : password.toLowerCase().includes(name)
            ? 'a password that does not hold the name of the account'
            : undefined;
  if (problem === undefined) return;
  throw new InputError('password-weak', `password: expected ${problem}`, {
    remedy: 'Four or five words that do not belong together are easy to remember and hard to guess.',
  });
};

/** What is kept of a password: never the password. */
export const keepPassword = async (password: string): Promise<KeptPassword> => {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, STRENGTH);
  return { ...STRENGTH, salt: salt.toString('base64'), hash: hash.toString('base64') };
};

/** A kept password that no password matches: tried for names that do not exist, so that both take as long. */
export const nobodysPassword = (): KeptPassword => ({
  ...STRENGTH,
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(HASH_BYTES).toString('base64'),
});

/** Whether this is the password, compared in the same time wherever the first difference is. */
export const passwordMatches = async (password: string, kept: KeptPassword): Promise<boolean> => {
  if (Buffer.byteLength(password) > MOST_BYTES) return false;
  const hash = await derive(password, Buffer.from(kept.salt, 'base64'), kept);
  return timingSafeEqual(hash, Buffer.from(kept.hash, 'base64'));
};
