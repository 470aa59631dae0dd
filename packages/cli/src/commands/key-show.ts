import { readableFingerprint } from '@marsad/observatory/snapshot';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { openCityKeys } from '../keys/city-keys.js';
import { projectPaths } from '../project/paths.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

/** `marsad key show`: the fingerprint and what the keys have signed; nothing secret. */
export const registerKeyShow: RegisterCommand = (key, run) => {
  key
    .command('show')
    .description('the fingerprint of the city, its keys, and what they have signed')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run(async ({ terminal, json }) => {
        const { folder } = await loadCity(config);
        const { newest, fingerprint, signed, notices, privateKeys } = await openCityKeys(projectPaths(folder).keys);
        const last = signed.at(-1)?.signed;
        const keys = newest.keys.map(({ id }) => ({
          id,
          root: newest.root.keys.includes(id),
          signing: newest.signing.keys.includes(id),
          private: privateKeys.has(id),
        }));
        const report = {
          owner: newest.owner,
          fingerprint,
          set: newest.version,
          expires: newest.expires,
          keys,
          lastVersion: last?.version ?? null,
          notices: notices.length,
        };
        if (json) terminal.out(`${JSON.stringify({ keys: report })}\n`);
        // What was asked for goes to standard output; under --json that is the report, and these are words.
        const tell = (line: string): void => (json ? terminal.say(line) : terminal.out(`${printable(line)}\n`));
        tell(`fingerprint: ${readableFingerprint(fingerprint)}`);
        tell(`set of keys ${newest.version} of ${newest.owner}, to be replaced before ${newest.expires}:`);
        for (const { id, root, signing, private: here } of keys) {
          const roles = [...(root ? ['root'] : []), ...(signing ? ['signing'] : [])].join(', ');
          tell(`  ${id} (${roles}), private key ${here ? 'here' : 'elsewhere'}`);
        }
        tell(
          last
            ? `last signed: version ${last.version} on ${last.issued}, until ${last.expires}; ${notices.length} notices`
            : 'nothing signed yet',
        );
        return EXIT.done;
      }),
    );
};
