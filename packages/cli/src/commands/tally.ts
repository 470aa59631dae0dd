import { correctionSentences } from '../stages/corrections.js';
import { tallyStage } from '../stages/tally-stage.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { runOneStage } from './run-one-stage.js';

/** `marsad tally`: one stage of `run` on its own. */
export const registerTally: RegisterCommand = (program, run) => {
  program
    .command('tally')
    .description('count per area and week, and apply the publish gate')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run((context) =>
        runOneStage(config, context, async (stageContext) => {
          const { stage, corrections } = await tallyStage(stageContext);
          return {
            stage,
            ...(corrections.length > 0
              ? { more: { corrections }, sentence: correctionSentences(corrections).join('\n') }
              : {}),
          };
        }),
      ),
    );
};
