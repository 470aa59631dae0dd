import { placeStage } from '../stages/place-stage.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { runOneStage } from './run-one-stage.js';

/** `marsad place`: one stage of `run` on its own. */
export const registerPlace: RegisterCommand = (program, run) => {
  program
    .command('place')
    .description('name the neighbourhood of every post, and the rung that stands on')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run((context) => runOneStage(config, context, async (stage) => ({ stage: await placeStage(stage) }))),
    );
};
