import { checkHub } from '@marsad/hub';
import { EXIT } from '../exit-codes.js';
import { progressLine } from '../report/progress.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';

/** `marsad hub check`: is all that is held as it was taken, and what should be done about it. */
export const registerHubCheck: RegisterCommand = (hub, run) => {
  hub
    .command('check')
    .description('judge everything that is held again; say what expires, who is silent, which contests wait')
    .option(HUB_FLAG, HUB_HELP)
    .action(({ hub: folder }: { hub?: string }) =>
      run(({ terminal, effects, json }) =>
        withHub(folder, terminal, async (open) => {
          const progress = progressLine(terminal, effects.clock);
          const findings = await checkHub(open, effects.clock(), (done, total) =>
            progress({ stage: 'check', done, total }),
          );
          if (json) terminal.out(`${JSON.stringify({ findings })}\n`);
          for (const { code, fault, city, message } of findings) {
            const line = `${city === null ? '' : `${city}: `}${message} (${code})`;
            if (fault) terminal.warn(line);
            else terminal.say(line);
          }
          const faults = findings.filter(({ fault }) => fault).length;
          terminal.say(faults === 0 ? 'all that is held is as it was taken' : `faults: ${faults}`);
          return faults === 0 ? EXIT.done : EXIT.foundWrong;
        }),
      ),
    );
};
