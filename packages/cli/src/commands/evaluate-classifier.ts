import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  baselineOf,
  type EvaluationReport,
  evaluateClassifier,
  FEWEST_TEXTS,
  openClassifier,
  readLabelledCases,
  reportMarkdown,
} from '@marsad/classifier';
import { InputError } from '@marsad/records';
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { ENGINE_FLAG, ENGINE_HELP, MODEL_FLAG, MODEL_HELP } from './engine-option.js';
import { profileOf } from './profile-option.js';

interface Flags {
  engine?: string;
  model?: string;
  profile?: string;
  baseRate?: string;
  output?: string;
}

const baseRateOf = (given: string | undefined): number | undefined => {
  if (given === undefined) return undefined;
  const rate = Number(given);
  if (rate > 0 && rate < 1) return rate;
  throw new InputError('bad-base-rate', `--base-rate: expected a share between 0 and 1 such as 0.01, got "${given}"`);
};

const percent = (share: number | null): string => (share === null ? '–' : `${(100 * share).toFixed(1)} %`);

const summary = ({ parts }: EvaluationReport): string =>
  parts
    .filter(({ by }) => by === 'all' || by === 'language')
    .map(({ signal, part, texts, figures: { macroF1, auc, recall, falseAlarms } }) => {
      const name = `${signal}, ${part}`.padEnd(24);
      const interval = macroF1.low === null ? '(no interval)' : `(${percent(macroF1.low)} to ${percent(macroF1.high)})`;
      return `${name} ${String(texts).padStart(6)} texts  macro-F1 ${percent(macroF1.value)} ${interval}  AUC ${percent(auc.value)}  recall ${percent(recall.value)}  false alarms ${percent(falseAlarms.value)}\n`;
    })
    .join('');

/** These lines tell the texts as they are; where a base rate was asked for, the report has the rest. */
const rateLine = (baseRate: number | undefined, output: string | undefined): string =>
  baseRate === undefined
    ? 'figures of the texts as they are'
    : `figures of the texts as they are; those at a base rate of ${percent(baseRate)} are in ${output === undefined ? 'the report (-o DIR or --json)' : join(output, 'report.md')}`;

const noFigures = ({ texts }: EvaluationReport): string =>
  `no figures: parts with fewer than ${FEWEST_TEXTS} labelled texts get none, and here are ${texts} in all\n`;

async function* chained(paths: readonly string[]) {
  for (const path of paths) yield* readLabelledCases(path);
}

/** `marsad evaluate classifier`: a model on labelled texts, by language, dialect, target and functionality. */
export const registerEvaluateClassifier = (evaluate: Command, run: Parameters<RegisterCommand>[1]): void => {
  evaluate
    .command('classifier')
    .description('measure a model on labelled texts (JSON Lines with text and hate/offensive or signals; gzip too)')
    .argument('<data...>', 'files of labelled texts')
    .option(ENGINE_FLAG, ENGINE_HELP)
    .option(MODEL_FLAG, MODEL_HELP)
    .option('--profile <profile>', 'thresholds: balanced or precise')
    .option('--base-rate <share>', 'weight the figures a second time to this share of positives, e.g. 0.01')
    .option('-o, --output <dir>', 'write report.md, report.json and baseline.json into this folder')
    .action((paths: string[], flags: Flags) =>
      run(async ({ terminal, effects, json }) => {
        const baseRate = baseRateOf(flags.baseRate);
        const classifier = await openClassifier({
          threads: effects.threads,
          ...(flags.engine === undefined ? {} : { engine: flags.engine }),
          ...(flags.model === undefined ? {} : { model: flags.model }),
          ...(flags.profile === undefined ? {} : { profile: profileOf(flags.profile) }),
        });
        try {
          const report = await evaluateClassifier(chained(paths), classifier, baseRate);
          if (flags.output !== undefined) {
            await mkdir(flags.output, { recursive: true });
            await writeFile(join(flags.output, 'report.md'), reportMarkdown(report));
            await writeFile(join(flags.output, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
            await writeFile(join(flags.output, 'baseline.json'), `${JSON.stringify(baselineOf(report), null, 1)}\n`);
          }
          if (json) terminal.out(`${JSON.stringify({ files: paths.map((path) => basename(path)), ...report })}\n`);
          else {
            terminal.out(report.parts.length === 0 ? noFigures(report) : summary(report));
            const { name, version } = report.model;
            terminal.out(
              `${name} ${version}: ${report.texts} texts judged, ${report.errors} could not be; ${rateLine(baseRate, flags.output)}\n`,
            );
          }
        } finally {
          await classifier.close();
        }
        return EXIT.done;
      }),
    );
};
