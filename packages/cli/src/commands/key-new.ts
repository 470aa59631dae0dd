import { join } from 'node:path';
import { envelopeBytes, firstKeySet, hashOfSigned, readableFingerprint } from '@marsad/observatory/snapshot';
import { InputError } from '@marsad/records';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { makeKeyFolder, openCityKeys, writeKeyFile } from '../keys/city-keys.js';
import { newPrivateKey } from '../keys/new-private-key.js';
import { PASSPHRASE_FLAG, passphraseFrom } from '../keys/passphrase.js';
import { projectPaths } from '../project/paths.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

/** `marsad key new`: a root key, a signing key, and the first set of keys. */
export const registerKeyNew: RegisterCommand = (key, run) => {
  key
    .command('new')
    .description('make the keys of the city: one that signs snapshots, and a root key that can replace it')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option(PASSPHRASE_FLAG, 'seal the private keys with the passphrase in the first line of this file')
    .action(({ config, passphraseFile }: { config: string; passphraseFile?: string }) =>
      run(async ({ terminal, json, effects }) => {
        const { folder, config: city } = await loadCity(config);
        const { keys } = projectPaths(folder);
        const before = await openCityKeys(keys).catch((error: unknown) => {
          if (error instanceof InputError && error.code === 'no-keys') return undefined;
          throw error;
        });
        if (before)
          throw new InputError('keys-exist', `${keys}: expected a city without keys, but it has some`, {
            remedy: 'Replace them with `marsad key rotate`, so that hubs can follow.',
          });
        const passphrase = await passphraseFrom(passphraseFile);
        await makeKeyFolder(keys);
        const root = await newPrivateKey(keys, 'root', passphrase);
        const signing = await newPrivateKey(keys, 'signing', passphrase);
        const set = firstKeySet(city.id, { root: [root.pair], signing: [signing.pair] }, effects.clock());
        await writeKeyFile(join(keys, '1.json'), envelopeBytes(set));
        const fingerprint = hashOfSigned(set.signed);
        if (json) terminal.out(`${JSON.stringify({ keys: { folder: keys, fingerprint, set: 1 } })}\n`);
        terminal.say(`keys of ${city.id} in ${keys}`);
        terminal.say(`fingerprint: ${readableFingerprint(fingerprint)}`);
        terminal.say('→ tell it to the hub on another way than packages go: by telephone, or on paper');
        terminal.say(`→ move ${root.path} to a stick in a drawer; it is only needed for \`marsad key rotate\``);
        return EXIT.done;
      }),
    );
};
