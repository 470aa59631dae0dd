import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeyPair, keyFileText, readKeyFile } from '@marsad/observatory/snapshot';
import { InputError } from '@marsad/records';
import { writeWhole } from './held/write-whole.js';

/** The hub's key within its folder. */
export const HUB_KEY = 'hub.key.json';

/** Whether others than its owner may read a file. */
export const isOpenToOthers = (mode: number): boolean => (mode & 0o077) !== 0;

/**
 * Writes the key with which a hub signs what it passes on, readable by nobody else.
 * @param seed 32 bytes of a cryptographic random source
 */
export const writeHubKey = (folder: string, seed: Uint8Array): Promise<void> =>
  writeWhole(join(folder, HUB_KEY), Buffer.from(keyFileText(seed)));

/**
 * The key of a hub.
 * @throws {InputError} when it is missing, no key, or others may read it
 */
export const readHubKey = async (folder: string): Promise<KeyPair> => {
  const path = join(folder, HUB_KEY);
  const found = await stat(path).catch(() => undefined);
  if (!found)
    throw new InputError('hub-key', `${path}: expected the key of the hub, but there is none`, {
      remedy: 'Restore it from a backup. Without it the hub receives and compares, but passes nothing on.',
    });
  if (isOpenToOthers(found.mode))
    throw new InputError('hub-key', `${path}: expected a file that only its owner may read`, {
      remedy: `Run \`chmod 600 ${path}\`; if others could read it, tell your partners.`,
    });
  return readKeyFile(await readFile(path, 'utf8'), path);
};
