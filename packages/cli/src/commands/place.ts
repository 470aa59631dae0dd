import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { progressLine } from '../report/progress.js';
import { placeStage } from '../stages/place-stage.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { finishStages } from './finish.js';

/** `marsad place`: one stage of `run` on its own. */
export const registerPlace: RegisterCommand = (program, run) => {
  program
    .command('place')
    .description('name the neighbourhood of every post, and the rung that stands on')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run(async (context) =>
        withProject(config, async (project) => {
          const { terminal, effects, signal } = context;
          const onProgress = progressLine(terminal, effects.clock);
          const stage = await placeStage({ project, effects, terminal, signal, onProgress });
          finishStages(context, [stage]);
          return EXIT.done;
        }),
      ),
    );
};
