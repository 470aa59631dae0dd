import { EXIT } from '../exit-codes.js';
import { serveHub } from '../server/serve-hub.js';
import { untilInterrupted } from '../server/until-interrupted.js';
import type { RegisterCommand } from './command.js';
import { withHub } from './hub-option.js';
import { ORIGIN_FLAG, ORIGIN_HELP } from './origin-option.js';
import { portNumber } from './port-number.js';

interface HubServeFlags {
  host: string;
  port: number;
  origin?: string;
}

/** `marsad hub serve`: the region and its cities in the browser. */
export const registerHubServe: RegisterCommand = (hub, run) => {
  hub
    .command('serve')
    .description('show the region, every city’s observatory and the packages in the browser')
    .argument('[dir]', 'folder of the hub', '.')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <n>', 'port to listen on; 0 lets the system choose', portNumber, 8700)
    .option(ORIGIN_FLAG, ORIGIN_HELP)
    .action((dir: string, flags: HubServeFlags) =>
      run(({ terminal, effects, json, signal }) =>
        withHub(dir, terminal, async (open) => {
          const served = await serveHub({ ...flags, hub: open, clock: effects.clock });
          if (json) terminal.out(`${JSON.stringify({ url: served.url })}\n`);
          terminal.say(`the region is at ${flags.origin ?? served.url}  (Ctrl-C ends it)`);
          if (served.logIn) terminal.say('readers log in with the accounts of this hub (`marsad user list --hub DIR`)');
          await untilInterrupted(signal);
          await served.close();
          return EXIT.done;
        }),
      ),
    );
};
