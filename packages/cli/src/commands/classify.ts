import { openClassifier } from '@marsad/classifier';
import { InputError } from '@marsad/records';
import { verdictTable } from '../batch/count-verdicts.js';
import { MARSAD_VERSION } from '../version.js';
import type { CommandContext, RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { ENGINE_FLAG, ENGINE_HELP, MODEL_FLAG, MODEL_HELP } from './engine-option.js';
import { profileOf } from './profile-option.js';
import { type BatchFlags, runBatch, withBatchOptions } from './run-batch.js';
import { wholeNumber } from './whole-number.js';

interface ClassifyFlags extends BatchFlags {
  config?: string;
  engine?: string;
  model?: string;
  profile?: string;
  threads?: number;
  lexicon?: string[];
  summary?: boolean;
}

/** The options that have a say in the verdicts, as they were given: threads, for one, change nothing. */
const OPTIONS_THAT_COUNT = ['engine', 'model', 'profile', 'lexicon', 'format', 'text', 'id'] as const;

const optionsThatCount = (flags: ClassifyFlags): Record<string, unknown> =>
  Object.fromEntries(OPTIONS_THAT_COUNT.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])));

const classifyFile = async (input: string, flags: ClassifyFlags, context: CommandContext): Promise<number> => {
  const classifier = await openClassifier({
    threads: flags.threads ?? context.effects.threads,
    ...(flags.engine === undefined ? {} : { engine: flags.engine }),
    ...(flags.model === undefined ? {} : { model: flags.model }),
    ...(flags.lexicon === undefined ? {} : { lexicons: flags.lexicon }),
    ...(flags.profile === undefined ? {} : { profile: profileOf(flags.profile) }),
  });
  try {
    return await runBatch('classify', input, flags, context, (posts) => classifier.classifyLines(posts), {
      report: { model: classifier.model },
      card: {
        command: 'classify',
        marsad: MARSAD_VERSION,
        model: { ...classifier.model, sha256: classifier.fingerprint() },
        options: optionsThatCount(flags),
      },
      ...(flags.summary
        ? {
            onCounts: (counts) => {
              for (const line of verdictTable(counts)) context.terminal.say(line);
              const { name } = classifier.model;
              if (name.startsWith('marsad-')) {
                context.terminal.say(
                  `how often ${name} is right, by language: packages/classifier/models/${name}/card.md`,
                );
              }
            },
          }
        : {}),
    });
  } finally {
    await classifier.close();
  }
};

/** Judges the posts of a city; loads the store first, which a file can do without. */
const classifyStore = async (config: string, context: CommandContext): Promise<number> => {
  const { classifyStage } = await import('../stages/classify-stage.js');
  const { runOneStage } = await import('./run-one-stage.js');
  return runOneStage(config, context, async (stage) => ({ stage: await classifyStage(stage) }));
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
    .option(ENGINE_FLAG, ENGINE_HELP)
    .option(MODEL_FLAG, MODEL_HELP)
    .option('--profile <profile>', 'thresholds: balanced, or precise (few false alarms: review queues, alerts)')
    .option('--lexicon <file...>', 'lexicons of your own, read beside those that ship (docs/lexicons.md)')
    .option('--threads <n>', 'worker threads', wholeNumber('--threads', 0))
    .option('--summary', 'end with a table of posts by language and signal (on standard error)')
    .addHelpText(
      'after',
      '\nA row that cannot be judged becomes an error line in its place; the command still ends with 0.\nCtrl-C ends with 130; the same command with --resume goes on.',
    )
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
