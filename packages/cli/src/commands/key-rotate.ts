import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { envelopeBytes, nextKeySet } from '@marsad/observatory/snapshot';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { keyPairsOf, openCityKeys, writeKeyFile } from '../keys/city-keys.js';
import { newPrivateKey } from '../keys/new-private-key.js';
import { PASSPHRASE_FLAG, passphraseFrom } from '../keys/passphrase.js';
import { projectPaths } from '../project/paths.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

interface RotateFlags {
  config: string;
  root?: boolean;
  passphraseFile?: string;
}

/** `marsad key rotate`: a new signing key, and a new root key if asked for, signed by the root keys that hubs know. */
export const registerKeyRotate: RegisterCommand = (key, run) => {
  key
    .command('rotate')
    .description('replace the signing key: what the old one signs from now on is refused by every hub that has heard')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option('--root', 'replace the root key too')
    .option(PASSPHRASE_FLAG, 'passphrase of the keys, in the first line of this file')
    .action(({ config, root: alsoRoot = false, passphraseFile }: RotateFlags) =>
      run(async ({ terminal, json, effects }) => {
        const { folder } = await loadCity(config);
        const keys = await openCityKeys(projectPaths(folder).keys);
        const { newest, privateKeys } = keys;
        const passphrase = await passphraseFrom(passphraseFile);
        const oldRoot = await keyPairsOf(keys, newest.root, passphrase);
        const signing = await newPrivateKey(keys.folder, 'signing', passphrase);
        const newRoot = alsoRoot ? await newPrivateKey(keys.folder, 'root', passphrase) : undefined;
        const root = newRoot ? [newRoot.pair] : oldRoot;
        const set = nextKeySet(newest, { root, signing: [signing.pair] }, oldRoot, effects.clock());
        await writeKeyFile(join(keys.folder, `${set.signed.version}.json`), envelopeBytes(set));
        // From here on the old keys are revoked, and good for nothing but harm.
        const revoked = newest.keys.map(({ id }) => id).filter((id) => !set.signed.keys.some((kept) => kept.id === id));
        for (const id of revoked) {
          const path = privateKeys.get(id);
          if (path !== undefined) await rm(path);
        }
        if (json)
          terminal.out(
            `${JSON.stringify({ keys: { set: set.signed.version, fingerprint: keys.fingerprint, revoked } })}\n`,
          );
        terminal.say(
          `set of keys ${set.signed.version}; revoked: ${revoked.join(', ')}; the fingerprint stays as it is`,
        );
        terminal.say('→ hubs learn it from the next package: `marsad snapshot sign`');
        if (newRoot) terminal.say(`→ move ${newRoot.path} to a stick in a drawer, and destroy the old root key there`);
        return EXIT.done;
      }),
    );
};
