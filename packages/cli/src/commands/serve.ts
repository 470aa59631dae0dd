import { InputError } from '@marsad/records';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { projectPaths } from '../project/paths.js';
import { serveObservatory } from '../server/serve-observatory.js';
import { untilInterrupted } from '../server/until-interrupted.js';
import { BASEMAP_FLAG, BASEMAP_HELP } from './basemap-option.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { ORIGIN_FLAG, ORIGIN_HELP } from './origin-option.js';
import { portNumber } from './port-number.js';

interface ServeFlags {
  config?: string;
  host: string;
  port: number;
  origin?: string;
  basemap?: string;
}

/** `marsad serve`: shows a snapshot in the browser. */
export const registerServe: RegisterCommand = (program, run) => {
  program
    .command('serve')
    .description('show the observatory of a city (-c) or of a snapshot in the browser')
    .argument('[snapshot]', 'snapshot, folder or package')
    .option(CONFIG_FLAG, CONFIG_HELP)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <n>', 'port to listen on; 0 lets the system choose', portNumber, 8600)
    .option(ORIGIN_FLAG, ORIGIN_HELP)
    .option(BASEMAP_FLAG, BASEMAP_HELP)
    .action((snapshot: string | undefined, { config, host, port, origin, basemap }: ServeFlags) =>
      run(async ({ terminal, json, signal, effects }) => {
        if ((snapshot === undefined) === (config === undefined)) {
          throw new InputError('serve-what', 'expected either a snapshot or -c city.yaml');
        }
        const folder = config === undefined ? undefined : (await loadCity(config)).folder;
        const path = snapshot ?? projectPaths(folder ?? '').snapshot;
        const served = await serveObservatory({
          snapshot: path,
          folder,
          basemap,
          host,
          port,
          origin,
          clock: effects.clock,
        });
        if (json) terminal.out(`${JSON.stringify({ url: served.url })}\n`);
        terminal.say(`the observatory is at ${origin ?? served.url}  (Ctrl-C ends it)`);
        if (served.logIn) terminal.say('readers log in with the accounts of this city (`marsad user list`)');
        await untilInterrupted(signal);
        await served.close();
        return EXIT.done;
      }),
    );
};
