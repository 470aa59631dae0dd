import type { StageReport } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { progressLine } from '../report/progress.js';
import type { StageContext } from '../stages/stage-context.js';
import type { CommandContext } from './command.js';
import { finishStages } from './finish.js';

/** What came of a stage, beyond its line in the table. */
interface StageResult {
  stage: StageReport;
  /** goes into the JSON report */
  more?: Readonly<Record<string, unknown>>;
  /** what there is to say after the table */
  sentence?: string;
}

/** Runs a command that is one stage of `run` on its own: opens the city, runs the stage, ends with its table or report. */
export const runOneStage = (
  config: string,
  context: CommandContext,
  work: (stage: StageContext) => Promise<StageResult>,
): Promise<number> =>
  withProject(config, async (project) => {
    const { terminal, effects, signal } = context;
    const onProgress = progressLine(terminal, effects.clock);
    const { stage, more, sentence } = await work({ project, effects, terminal, signal, onProgress });
    finishStages(context, [stage], more);
    if (sentence !== undefined) terminal.say(sentence);
    return EXIT.done;
  });
