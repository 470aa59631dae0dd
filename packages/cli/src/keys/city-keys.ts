import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOfSigned, type KeyPair, readKeyFile } from '@marsad/observatory/snapshot';
import {
  type Envelope,
  envelopeOf,
  InputError,
  type KeySet,
  keySet,
  type Notice,
  notice,
  type SnapshotStatement,
  snapshotStatement,
} from '@marsad/records';
import type { z } from 'zod';

/**
 * The folder `keys` of a city: `1.json` and on, its sets of keys, which everybody may see; `*.key`, the private keys;
 * `notices/N.json`; `signed/N.json`, what was signed as version N. It lies outside of the snapshot and is never published.
 */
export interface CityKeys {
  folder: string;
  sets: [Envelope<KeySet>, ...Envelope<KeySet>[]];
  newest: KeySet;
  /** hash of the first set: what a city tells a hub on another way */
  fingerprint: string;
  notices: Envelope<Notice>[];
  /** what was signed, the first version first */
  signed: Envelope<SnapshotStatement>[];
  /** private keys that are here, by id: their files */
  privateKeys: ReadonlyMap<string, string>;
}

const NUMBERED = /^([1-9]\d*)\.json$/;

const numbered = async <T>(folder: string, schema: z.ZodType<T>): Promise<Envelope<T>[]> => {
  const names = await readdir(folder).catch(() => []);
  const numbers = names.flatMap((name) => NUMBERED.exec(name)?.[1] ?? []).map(Number);
  const read: Envelope<T>[] = [];
  for (const number of numbers.sort((a, b) => a - b)) {
    const path = join(folder, `${number}.json`);
    const parsed = envelopeOf(schema).safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (!parsed.success)
      throw new InputError('no-key', `${path}: expected a file that \`marsad key\` or \`marsad snapshot\` wrote`);
    // The cast states what zod cannot: its output type of a generic envelope is this one.
    read.push(parsed.data as Envelope<T>);
  }
  return read;
};

/** Which private keys lie in the folder, by the id inside of each file. */
const privateKeysIn = async (folder: string): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.key')).sort()) {
    const { id } = JSON.parse(await readFile(join(folder, name), 'utf8')) as { id?: unknown };
    if (typeof id === 'string') found.set(id, join(folder, name));
  }
  return found;
};

/**
 * Reads the keys of a city; private keys stay on the disk until they are needed.
 * @throws InputError when it has none
 */
export const openCityKeys = async (folder: string): Promise<CityKeys> => {
  const [first, ...rest] = await numbered(folder, keySet);
  if (!first)
    throw new InputError('no-keys', `${folder}: expected the keys of the city, but it has none`, {
      remedy: 'Make them with `marsad key new -c city.yaml`.',
    });
  return {
    folder,
    sets: [first, ...rest],
    newest: (rest.at(-1) ?? first).signed,
    fingerprint: hashOfSigned(first.signed),
    notices: await numbered(join(folder, 'notices'), notice),
    signed: await numbered(join(folder, 'signed'), snapshotStatement),
    privateKeys: await privateKeysIn(folder),
  };
};

/**
 * The key pairs of a role, as many as it needs.
 * @throws InputError when too few of its private keys are here, others may read one, or the passphrase is wrong
 */
export const keyPairsOf = async (
  { privateKeys, folder }: Pick<CityKeys, 'privateKeys' | 'folder'>,
  role: KeySet['root'],
  passphrase: string | undefined,
): Promise<KeyPair[]> => {
  const here = role.keys.flatMap((id) => privateKeys.get(id) ?? []);
  if (here.length < role.threshold)
    throw new InputError(
      'keys-elsewhere',
      `${folder}: expected ${role.threshold} private keys of ${role.keys.join(', ')}, got ${here.length}`,
      { remedy: 'Bring the file of the key (*.key) back into the folder for as long as it takes.' },
    );
  const pairs: KeyPair[] = [];
  for (const path of here.slice(0, role.threshold)) {
    if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
      throw new InputError('key-readable', `${path}: expected a key that only its owner may read, but others may too`, {
        remedy: `chmod 600 ${path}; if others had a chance to read it, \`marsad key rotate\`.`,
      });
    pairs.push(readKeyFile(await readFile(path, 'utf8'), path, passphrase));
  }
  return pairs;
};

/**
 * Writes a file of the folder of keys, for its owner alone.
 * @throws InputError when it is there already: nothing of a city's keys is ever written over
 */
export const writeKeyFile = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeFile(path, content, { mode: 0o600, flag: 'wx', flush: true });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
      throw new InputError('exists', `${path}: expected to write a new file, but it is there already`, { cause });
    throw cause;
  }
};

/** Makes the folder of keys, for its owner alone and out of every git repository. */
export const makeKeyFolder = async (folder: string): Promise<void> => {
  for (const path of [folder, join(folder, 'notices'), join(folder, 'signed')]) {
    await mkdir(path, { recursive: true });
    await chmod(path, 0o700);
  }
  await writeFile(join(folder, '.gitignore'), '# Private keys: never to be published.\n*\n');
};
