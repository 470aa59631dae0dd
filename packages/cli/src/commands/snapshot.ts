import { verifySnapshot } from '@marsad/observatory';
import { EXIT } from '../exit-codes.js';
import { snapshotStage } from '../stages/snapshot-stage.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { runOneStage } from './run-one-stage.js';

/** `marsad snapshot create|verify`. */
export const registerSnapshot: RegisterCommand = (program, run) => {
  const snapshot = program.command('snapshot').description('make a snapshot, or check that one is whole and unchanged');
  snapshot
    .command('create')
    .description('write the snapshot of the last tally')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run((context) =>
        runOneStage(config, context, async (given) => {
          const { stage, path, sha256 } = await snapshotStage(given);
          return {
            stage,
            more: { snapshot: { path, sha256 } },
            sentence: `snapshot ${sha256.slice(0, 12)} in ${path}`,
          };
        }),
      ),
    );
  snapshot
    .command('verify')
    .description('check every file of a snapshot against its manifest, and its figures against the publish gate')
    .argument('<snapshot...>', 'snapshot folders')
    .action((paths: string[]) =>
      run(async ({ terminal, json }) => {
        const results = [];
        for (const path of paths) results.push({ path, ...(await verifySnapshot(path)) });
        if (json) terminal.out(`${JSON.stringify({ snapshots: results })}\n`);
        for (const { path, ok, problems } of results) {
          if (ok) terminal.say(`${path}: whole and within the publish gate`);
          for (const problem of problems) terminal.warn(`${path}: ${problem}`);
        }
        return results.every(({ ok }) => ok) ? EXIT.done : EXIT.foundWrong;
      }),
    );
};
