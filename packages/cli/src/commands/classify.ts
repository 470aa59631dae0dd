import { openClassifier } from '@marsad/classifier';
import { InputError } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { progressLine } from '../report/progress.js';
import { classifyStage } from '../stages/classify-stage.js';
import type { CommandContext, RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { finishStages } from './finish.js';
import { type BatchFlags, runBatch, withBatchOptions } from './run-batch.js';
import { wholeNumber } from './whole-number.js';

interface ClassifyFlags extends BatchFlags {
  config?: string;
  engine?: string;
  model?: string;
  threads?: number;
}

const classifyStore = (config: string, context: CommandContext): Promise<number> =>
  withProject(config, async (project) => {
    const { terminal, effects, signal } = context;
    const onProgress = progressLine(terminal, effects.clock);
    finishStages(context, [await classifyStage({ project, effects, terminal, signal, onProgress })]);
    return EXIT.done;
  });

const classifyFile = async (input: string, flags: ClassifyFlags, context: CommandContext): Promise<number> => {
  const classifier = await openClassifier({
    threads: flags.threads ?? context.effects.threads,
    ...(flags.engine === undefined ? {} : { engine: flags.engine }),
    ...(flags.model === undefined ? {} : { model: flags.model }),
  });
  try {
    return await runBatch('classify', input, flags, context, (posts) => classifier.classify(posts), {
      model: classifier.model,
    });
  } finally {
    await classifier.close();
  }
};

/** `marsad classify`: posts → verdicts, in the store or from file to file. */
export const registerClassify: RegisterCommand = (program, run) => {
  withBatchOptions(
    program
      .command('classify')
      .description('judge the posts of a city (-c), or the rows of a CSV or JSON Lines file of any size')
      .argument('[in]', 'file of rows (gzip too); - for standard input')
      .option(CONFIG_FLAG, CONFIG_HELP),
  )
    .option('--engine <engine>', 'which engine judges')
    .option('--model <dir>', 'folder of the model')
    .option('--threads <n>', 'worker threads', wholeNumber('--threads', 0))
    .action((input: string | undefined, flags: ClassifyFlags) =>
      run((context) => {
        if (input !== undefined && flags.config === undefined) return classifyFile(input, flags, context);
        if (input === undefined && flags.config !== undefined) return classifyStore(flags.config, context);
        throw new InputError('classify-what', 'expected either a file or -c city.yaml', {
          remedy: '`marsad classify IN -o OUT`, or `marsad classify -c city.yaml`.',
        });
      }),
    );
};
