import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type KeyPair, keyFileText, keyPairFrom } from '@marsad/observatory/snapshot';
import { writeKeyFile } from './city-keys.js';

/** Makes a private key and its file, `root-1a2b3c4d.key` for instance; sealed where there is a passphrase. */
export const newPrivateKey = async (
  folder: string,
  role: 'root' | 'signing',
  passphrase: string | undefined,
): Promise<{ pair: KeyPair; path: string }> => {
  const seed = randomBytes(32);
  const pair = keyPairFrom(seed);
  const path = join(folder, `${role}-${pair.id.slice(0, 8)}.key`);
  const seal = passphrase === undefined ? undefined : { passphrase, salt: randomBytes(16) };
  await writeKeyFile(path, keyFileText(seed, seal));
  return { pair, path };
};
