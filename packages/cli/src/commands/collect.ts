import type { CollectReport } from '@marsad/collector';
import { InputError } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { fetchStageOf } from '../report/fetch-stage.js';
import { notRenderedLines } from '../report/not-rendered.js';
import { planSentence, planTable } from '../report/plan-table.js';
import { progressLine } from '../report/progress.js';
import { collectStage } from '../stages/collect-stage.js';
import type { CommandContext, RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { finishStages } from './finish.js';
import { wholeNumber } from './whole-number.js';

interface CollectFlags {
  config: string;
  source?: string[];
  limit?: number;
  dryRun?: boolean;
}

/** The list is the data of a dry run: it goes to standard output. */
const finishDryRun = ({ terminal, json }: CommandContext, report: CollectReport): void => {
  if (json) terminal.out(`${JSON.stringify({ dryRun: true, sources: report.sources })}\n`);
  else terminal.out(`${planTable(report).join('\n')}\n`);
  for (const source of report.sources) terminal.say(planSentence(source));
  terminal.say(
    'dry run: only robots.txt was asked for, and nothing was stored; links are known when a run has read the pages',
  );
};

/** `marsad collect`: public web → posts. */
export const registerCollect: RegisterCommand = (program, run) => {
  program
    .command('collect')
    .description('ask the sources of a city for new public posts')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option('--source <id...>', 'ask only these sources')
    .option('--limit <n>', 'fetch at most this many documents', wholeNumber('--limit', 1))
    .option('--dry-run', 'list what would be fetched and what robots.txt forbids; store nothing')
    .action(({ config, source, limit, dryRun }: CollectFlags) =>
      run(async (context) =>
        withProject(
          config,
          async (project) => {
            const { terminal, effects, signal } = context;
            const known = project.city.config.sources.map(({ id }) => id);
            const unknown = source?.filter((id) => !known.includes(id)) ?? [];
            if (unknown.length > 0) {
              throw new InputError(
                'unknown-source',
                `--source: expected one of ${known.join(', ') || '(none in city.yaml)'}, got ${unknown.join(', ')}`,
              );
            }
            const report = await collectStage(
              { project, effects, terminal, signal, onProgress: progressLine(terminal, effects.clock) },
              {
                ...(source ? { only: source } : {}),
                ...(limit === undefined ? {} : { limit }),
                ...(dryRun ? { dryRun } : {}),
              },
            );
            if (dryRun) finishDryRun(context, report);
            else finishStages(context, [fetchStageOf(report), report.items], { sources: report.sources });
            for (const line of notRenderedLines(report.sources)) terminal.say(line);
            const unreached = report.sources.filter(({ reached }) => !reached);
            for (const { id, error } of unreached)
              terminal.warn(`source ${id} could not be reached: ${error ?? 'no answer'}`);
            return report.sources.length > 0 && unreached.length === report.sources.length
              ? EXIT.unreachable
              : EXIT.done;
          },
          { dry: dryRun },
        ),
      ),
    );
};
