import { passOn, readHubKey } from '@marsad/hub';
import { TIERS, type Tier } from '@marsad/records';
import { Option } from 'commander';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';

interface PassOnFlags {
  tier: Tier;
  to: string;
  output: string;
  hub?: string;
}

/** `marsad hub pass-on`: a copy for somebody else, never of a narrower tier than came. */
export const registerHubPassOn: RegisterCommand = (hub, run) => {
  hub
    .command('pass-on')
    .description('write a copy of what is held of a city for another hub or a reader, at the same or a wider tier')
    .argument('<city>', 'the city’s id')
    .addOption(new Option('--tier <tier>', 'who may read the copy').choices(TIERS).makeOptionMandatory())
    .requiredOption('--to <recipient>', 'whom it is for: a hub’s or city’s id, or an office; kept in the ledger')
    .requiredOption('-o, --output <file>', 'the package to write (zip)')
    .option(HUB_FLAG, HUB_HELP)
    .action((city: string, { tier, to, output, hub: folder }: PassOnFlags) =>
      run(({ terminal, effects, json }) =>
        withHub(folder, terminal, async (open) => {
          const pair = await readHubKey(open.folder);
          const now = effects.clock();
          const copy = await passOn(open, { city, tier, recipient: to, out: output, pair, now });
          if (json) terminal.out(`${JSON.stringify({ copy: { city, tier, path: output, ...copy } })}\n`);
          terminal.say(
            `${city} version ${copy.version}, ${tier}, for ${to} in ${output}; notices: ${copy.notices}, contests: ${copy.contests}`,
          );
          return EXIT.done;
        }),
      ),
    );
};
