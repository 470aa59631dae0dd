import { listCities } from '@marsad/hub';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';

/** `marsad hub list`: every city that was invited and what is held of it. */
export const registerHubList: RegisterCommand = (hub, run) => {
  hub
    .command('list')
    .description('every city that was invited: version, tier, weeks, when it came, until when it holds')
    .option(HUB_FLAG, HUB_HELP)
    .action(({ hub: folder }: { hub?: string }) =>
      run(({ terminal, json }) =>
        withHub(folder, terminal, async (open) => {
          const cities = await listCities(open);
          if (json) terminal.out(`${JSON.stringify({ hub: open.identity, cities })}\n`);
          else
            for (const { id, newest, openContests } of cities) {
              const told =
                newest === null
                  ? ['has not sent yet']
                  : [
                      `version ${newest.version} (${newest.tier}, ${newest.state})`,
                      newest.weeks === null ? 'no dated post' : `${newest.weeks[0]} to ${newest.weeks[1]}`,
                      `came ${newest.receivedAt.slice(0, 10)}`,
                      `holds until ${newest.expires.slice(0, 10)}`,
                    ];
              if (openContests > 0) told.push(`open contests: ${openContests}`);
              terminal.out(`${id}: ${told.join('; ')}\n`);
            }
          return EXIT.done;
        }),
      ),
    );
};
