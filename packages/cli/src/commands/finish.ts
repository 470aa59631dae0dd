import type { StageReport } from '@marsad/records';
import { stageTable } from '../report/stage-table.js';
import { stageWords } from '../report/stage-words.js';
import type { CommandContext } from './command.js';

/** Ends a command that ran stages: the table and what it counts on standard error, or the report as one JSON line on standard output. */
export const finishStages = (
  { terminal, json }: CommandContext,
  stages: readonly StageReport[],
  more: Readonly<Record<string, unknown>> = {},
): void => {
  if (json) terminal.out(`${JSON.stringify({ ...more, stages })}\n`);
  for (const line of [...stageTable(stages), ...stageWords(stages)]) terminal.say(line);
};
