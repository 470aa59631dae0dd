import { breakDown } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import { writeNewFile } from '../keys/write-new-file.js';
import { breakdownFormat, breakdownText, RAW_COUNTS } from '../report/breakdown-file.js';
import { toldAndUntold } from '../report/silences-line.js';
import { correctionSentences } from '../stages/corrections.js';
import { tallyStage } from '../stages/tally-stage.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { runOneStage } from './run-one-stage.js';

type Unit = 'day' | 'week' | 'month';

const UNITS: readonly Unit[] = ['day', 'week', 'month'];

const unitOf = (given: string): Unit => {
  const unit = UNITS.find((one) => one === given);
  if (unit) return unit;
  throw new InputError('bad-unit', `--unit: expected ${UNITS.join(', ')}, got "${given}"`);
};

/** `marsad tally`: one stage of `run` on its own. */
export const registerTally: RegisterCommand = (program, run) => {
  program
    .command('tally')
    .description('count per area and week, and apply the publish gate')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option(
      '--breakdown <file>',
      'also write the counts behind the figures as .csv or .jsonl, by area, period, signal, target, language and rung: raw, not for publication',
    )
    .option('--unit <unit>', 'day, week or month of the rows of --breakdown', 'week')
    .action(({ config, breakdown, unit: given }: { config: string; breakdown?: string; unit: string }) =>
      run(async (context) => {
        const unit = unitOf(given);
        const format = breakdown === undefined ? undefined : await breakdownFormat(breakdown);
        return runOneStage(config, context, async (stageContext) => {
          const { stage, corrections } = await tallyStage(stageContext);
          const { silences, lines } = await toldAndUntold(stageContext.project);
          const sentences = [...lines, ...correctionSentences(corrections)];
          const more: Record<string, unknown> = { ...(corrections.length > 0 && { corrections }), silences };
          if (breakdown !== undefined && format !== undefined) {
            const rows = await breakDown(await stageContext.project.store.countablePosts(), { unit });
            await writeNewFile(breakdown, breakdownText(rows, format));
            more.breakdown = { file: breakdown, unit, rows: rows.length };
            sentences.push(`${rows.length} rows in ${breakdown}`);
            context.terminal.warn(printable(`${breakdown}: ${RAW_COUNTS}`));
          }
          return { stage, more, sentence: sentences.join('\n') };
        });
      }),
    );
};
