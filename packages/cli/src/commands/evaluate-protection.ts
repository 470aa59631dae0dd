import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluateProtection, protectionMarkdown, recoveredCells } from '@marsad/observatory';
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { wholeNumber } from './whole-number.js';

interface Flags {
  cities: number;
  snapshots: number;
  seed: number;
  without?: 'memory' | 'remainder' | 'levels';
  output?: string;
}

/** `marsad evaluate protection`: an attacker who tries to recover what the publish gate hides. */
export const registerEvaluateProtection = (evaluate: Command, run: Parameters<RegisterCommand>[1]): void => {
  evaluate
    .command('protection')
    .description('attack the publish gate on invented cities (takes minutes); exit 1 when a hidden figure is recovered')
    .option('--cities <n>', 'how many cities', wholeNumber('--cities', 1), 100)
    .option('--snapshots <n>', 'weekly snapshots of each', wholeNumber('--snapshots', 2), 12)
    .option('--seed <n>', 'where the random numbers begin', wholeNumber('--seed', 0), 1)
    .addOption(
      evaluate
        .createOption('--without <part>', 'leave a part of the gate out, to see that the attack then succeeds')
        .choices(['memory', 'remainder', 'levels']),
    )
    .option('-o, --output <dir>', 'write protection.md and protection.json into this folder')
    .action(({ cities, snapshots, seed, without, output }: Flags) =>
      run(async ({ terminal, json }) => {
        const report = await evaluateProtection(
          { cities, snapshots, seed, ...(without !== undefined && { without: { [without]: true } }) },
          (done) => {
            if (done % 10 === 0 || done === cities) terminal.say(`${done} of ${cities} cities attacked`);
          },
        );
        const markdown = protectionMarkdown(report);
        if (output !== undefined) {
          await mkdir(output, { recursive: true });
          await writeFile(join(output, 'protection.md'), markdown);
          await writeFile(join(output, 'protection.json'), `${JSON.stringify(report, null, 1)}\n`);
        }
        terminal.out(json ? `${JSON.stringify({ protection: report })}\n` : markdown);
        return recoveredCells(report) > 0 ? EXIT.foundWrong : EXIT.done;
      }),
    );
};
