import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { estimatesMarkdown, evaluateEstimates } from '@marsad/observatory';
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { wholeNumber } from './whole-number.js';

interface Flags {
  runs: number;
  seed: number;
  quick?: boolean;
  output?: string;
}

/** `marsad evaluate estimates`: coverage, bias, power and alerts on cities whose truth was planted. */
export const registerEvaluateEstimates = (evaluate: Command, run: Parameters<RegisterCommand>[1]): void => {
  evaluate
    .command('estimates')
    .description('measure the estimates on simulated cities with planted truth (takes minutes; --quick: seconds)')
    .option('--runs <n>', 'cities per setting', wholeNumber('--runs', 2), 200)
    .option('--seed <n>', 'where the random numbers begin', wholeNumber('--seed', 0), 1)
    .option('--quick', 'a few settings only')
    .option('-o, --output <dir>', 'write estimates.md and estimates.json into this folder')
    .action(({ runs, seed, quick, output }: Flags) =>
      run(async ({ terminal, effects, json, signal }) => {
        const report = await evaluateEstimates({ runs, seed, quick: quick === true }, async (part, setting) => {
          if (setting === 0) terminal.say(`${part} …`);
          // A breath between settings, in which an interruption is heard.
          await effects.sleep(0);
          signal.throwIfAborted();
        });
        const markdown = estimatesMarkdown(report);
        if (output !== undefined) {
          await mkdir(output, { recursive: true });
          await writeFile(join(output, 'estimates.md'), markdown);
          await writeFile(join(output, 'estimates.json'), `${JSON.stringify(report, null, 1)}\n`);
        }
        terminal.out(json ? `${JSON.stringify(report)}\n` : markdown);
        return EXIT.done;
      }),
    );
};
