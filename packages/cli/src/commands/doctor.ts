import { runChecks } from '../doctor/run-checks.js';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

const MARKS = { ready: '✓', missing: '–', wrong: '✗' } as const;

/** `marsad doctor`: what is ready, what is missing and how to mend it. */
export const registerDoctor: RegisterCommand = (program, run) => {
  program
    .command('doctor')
    .description('say what is ready, what is missing and how to mend it')
    .option(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config?: string }) =>
      run(async ({ terminal, json, effects }) => {
        const findings = await runChecks(config, effects);
        if (json) terminal.out(`${JSON.stringify({ findings })}\n`);
        for (const { state, subject, sentence, remedy } of findings) {
          const line = `${MARKS[state]} ${subject}: ${sentence}${remedy === undefined ? '' : `\n    → ${remedy}`}`;
          if (state === 'wrong') terminal.warn(terminal.colours.red(line));
          else terminal.say(line);
        }
        return findings.some(({ state }) => state === 'wrong') ? EXIT.foundWrong : EXIT.done;
      }),
    );
};
