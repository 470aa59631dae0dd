import { readContests } from '@marsad/hub';
import { EXIT } from '../exit-codes.js';
import { progressLine } from '../report/progress.js';
import { hubSite } from '../site/hub-site.js';
import { writeSite } from '../site/write-site.js';
import type { RegisterCommand } from './command.js';
import { withHub } from './hub-option.js';

/** `marsad hub publish`: the region as plain files, the public tier alone. */
export const registerHubPublish: RegisterCommand = (hub, run) => {
  hub
    .command('publish')
    .description(
      'write the region and every city’s observatory as plain files for any web server: the public tier alone',
    )
    .argument('[dir]', 'folder of the hub', '.')
    .requiredOption('-o, --output <dir>', 'an empty folder, or the site published before')
    .action((dir: string, { output }: { output: string }) =>
      run(({ terminal, effects, json }) =>
        withHub(dir, terminal, async (open) => {
          const progress = progressLine(terminal, effects.clock);
          const site = await hubSite(open, effects.clock(), (done, total) =>
            progress({ stage: 'cities', done, total }),
          );
          await writeSite(site, output);
          const { cities, leftOut, files } = site;
          const contests = (await readContests(open.db, { open: true })).length;
          if (json) terminal.out(`${JSON.stringify({ site: { path: output, files: files.size, cities, leftOut } })}\n`);
          terminal.say(
            `${cities.length} cities in ${output} (${files.size} files); contests not answered: ${contests}`,
          );
          terminal.say(
            `look at it as readers will: \`python3 -m http.server 8080 -d ${output}\`, then http://127.0.0.1:8080/`,
          );
          for (const { city, why } of leftOut) terminal.warn(`${city} has no observatory in it: ${why}`);
          return EXIT.done;
        }),
      ),
    );
};
