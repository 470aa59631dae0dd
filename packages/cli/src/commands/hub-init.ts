import { randomBytes } from 'node:crypto';
import { initHub, writeHubKey } from '@marsad/hub';
import { InputError } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { collectTexts, textsFrom } from './texts-option.js';

const ID = /^[a-z0-9][a-z0-9-]*$/;

/** `marsad hub init`: an empty hub with a key of its own. */
export const registerHubInit: RegisterCommand = (hub, run) => {
  hub
    .command('init')
    .description('make the folder of a hub: ledger, packages, the key it signs copies with')
    .argument('<dir>', 'a new or empty folder')
    .requiredOption('--id <id>', 'the hub’s id, such as mena-hub: cities may sign packages for it alone')
    .option('--name <language=name>', 'name as people read it, once for each of ar, en, fr', collectTexts, [])
    .action((dir: string, { id, name }: { id: string; name: string[] }) =>
      run(async ({ terminal, json }) => {
        if (!ID.test(id))
          throw new InputError('bad-hub-id', `--id: expected lower-case letters, digits and hyphens, got "${id}"`);
        await initHub(dir, { id, names: name.length > 0 ? textsFrom('--name', name) : { en: id } });
        await writeHubKey(dir, randomBytes(32));
        if (json) terminal.out(`${JSON.stringify({ hub: { id, path: dir } })}\n`);
        terminal.say(`hub ${id} in ${dir}; invite a city: \`marsad hub invite CITY --fingerprint … --hub ${dir}\``);
        return EXIT.done;
      }),
    );
};
