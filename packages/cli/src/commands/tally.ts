import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { progressLine } from '../report/progress.js';
import { tallyStage } from '../stages/tally-stage.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { finishStages } from './finish.js';

/** `marsad tally`: one stage of `run` on its own. */
export const registerTally: RegisterCommand = (program, run) => {
  program
    .command('tally')
    .description('count per area and week, and apply the publish gate')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run(async (context) =>
        withProject(config, async (project) => {
          const { terminal, effects, signal } = context;
          const onProgress = progressLine(terminal, effects.clock);
          const stage = await tallyStage({ project, effects, terminal, signal, onProgress });
          finishStages(context, [stage]);
          return EXIT.done;
        }),
      ),
    );
};
