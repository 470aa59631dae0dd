import { InputError, TIERS, type Tier } from '@marsad/records';
import { snapshotStage } from '../stages/snapshot-stage.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { runOneStage } from './run-one-stage.js';

const tierOf = (text: string): Tier => {
  const found = TIERS.find((tier) => tier === text);
  if (found === undefined) throw new InputError('no-such-tier', `--tier: expected ${TIERS.join(', ')}, got "${text}"`);
  return found;
};

interface CreateFlags {
  config: string;
  tier: string;
  output?: string;
}

/** `marsad snapshot create`: the snapshot of the last tally, as the folder of the city or as a package. */
export const registerSnapshotCreate: RegisterCommand = (snapshot, run) => {
  snapshot
    .command('create')
    .description('write the snapshot of the last tally')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option(
      '--tier <tier>',
      'who may read it: public; partner: with narratives; restricted: with notes, lexicons and review samples',
      'public',
    )
    .option('-o, --output <file.zip>', 'write a package to hand on, and leave the folder of the city as it is')
    .action(({ config, tier: wanted, output }: CreateFlags) =>
      run((context) => {
        const tier = tierOf(wanted);
        return runOneStage(config, context, async (given) => {
          const { stage, path, sha256 } = await snapshotStage(given, { tier, output });
          return {
            stage,
            more: { snapshot: { path, sha256, tier } },
            sentence: `${tier} snapshot ${sha256.slice(0, 12)} in ${path}`,
          };
        });
      }),
    );
};
