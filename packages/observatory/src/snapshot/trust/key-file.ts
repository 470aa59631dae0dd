import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto';
import { InputError, keyId } from '@marsad/records';
import { z } from 'zod';
import { type KeyPair, keyPairFrom } from './key-pair.js';

/** Cost of guessing a passphrase: 64 MB and some tenths of a second for every try. */
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 } as const;
const CIPHER = 'chacha20-poly1305';
const TAG = 16;

const keyFile = z.strictObject({
  type: z.literal('marsad-private-key'),
  id: keyId,
  /** the seed, or, where there is a salt, the sealed seed */
  secret: z.base64(),
  salt: z.base64().optional(),
});

/** 16 random bytes, and a passphrase, for a key that shall not lie open. */
export interface Seal {
  passphrase: string;
  salt: Uint8Array;
}

const sealKey = ({ passphrase, salt }: Seal): Buffer => scryptSync(passphrase.normalize('NFC'), salt, 32 + 12, SCRYPT);

/**
 * A private key as a file, open or sealed by a passphrase (scrypt, ChaCha20-Poly1305).
 * @param seed 32 random bytes, from which the key is made
 */
export const keyFileText = (seed: Uint8Array, seal?: Seal): string => {
  const { id } = keyPairFrom(seed);
  const type = 'marsad-private-key';
  if (!seal) return `${JSON.stringify({ type, id, secret: Buffer.from(seed).toString('base64') }, null, 2)}\n`;
  const key = sealKey(seal);
  const cipher = createCipheriv(CIPHER, key.subarray(0, 32), key.subarray(32), { authTagLength: TAG });
  const secret = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return `${JSON.stringify({ type, id, secret, salt: Buffer.from(seal.salt).toString('base64') }, null, 2)}\n`;
};

const opened = (secret: Buffer, salt: string | undefined, passphrase: string | undefined, name: string): Buffer => {
  if (salt === undefined) return secret;
  if (passphrase === undefined)
    throw new InputError('passphrase-needed', `${name}: expected a passphrase, since the key is sealed, got none`, {
      remedy: 'Name a file that holds it: --passphrase-file FILE.',
    });
  const key = sealKey({ passphrase, salt: Buffer.from(salt, 'base64') });
  const decipher = createDecipheriv(CIPHER, key.subarray(0, 32), key.subarray(32), { authTagLength: TAG });
  try {
    decipher.setAuthTag(secret.subarray(-TAG));
    return Buffer.concat([decipher.update(secret.subarray(0, -TAG)), decipher.final()]);
  } catch (cause) {
    throw new InputError('wrong-passphrase', `${name}: expected the passphrase of this key, got another`, { cause });
  }
};

/**
 * Reads the file of a private key.
 * @param name what to call the file in messages
 * @throws InputError when it is none, or the passphrase is missing or wrong
 */
export const readKeyFile = (text: string, name: string, passphrase?: string): KeyPair => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InputError('no-key', `${name}: expected a private key as \`marsad key new\` writes it`, { cause });
  }
  const parsed = keyFile.safeParse(value);
  if (!parsed.success)
    throw new InputError('no-key', `${name}: expected a private key as \`marsad key new\` writes it`, {
      cause: parsed.error,
    });
  const { id, secret, salt } = parsed.data;
  const seed = opened(Buffer.from(secret, 'base64'), salt, passphrase, name);
  if (seed.length !== 32 || keyPairFrom(seed).id !== id)
    throw new InputError('no-key', `${name}: expected the key ${id}, but the file was changed`);
  return keyPairFrom(seed);
};
