import { buildRegion, writeWhole } from '@marsad/hub';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';

/** `marsad hub region`: region.json, what the region's page shows. */
export const registerHubRegion: RegisterCommand = (hub, run) => {
  hub
    .command('region')
    .description('write region.json: cities side by side where that is fair, and why others are not')
    .requiredOption('-o, --output <file>', 'the file to write')
    .option(HUB_FLAG, HUB_HELP)
    .action(({ output, hub: folder }: { output: string; hub?: string }) =>
      run(({ terminal, effects, json }) =>
        withHub(folder, terminal, async (open) => {
          const region = await buildRegion(open, effects.clock());
          await writeWhole(output, Buffer.from(`${JSON.stringify(region)}\n`));
          const shown = region.cities.filter(({ series }) => series.length > 0).length;
          const periods = [...new Set(region.comparisons.map(({ period }) => period.id))];
          if (json)
            terminal.out(
              `${JSON.stringify({ region: { path: output, cities: region.cities.length, shown, periods } })}\n`,
            );
          for (const { period, measure, common } of region.comparisons)
            terminal.say(
              `${period.id} (${period.weeks.join(' to ')}), ${measure}: ${common?.cities ?? 0} of ${region.cities.length} cities can be set side by side`,
            );
          return EXIT.done;
        }),
      ),
    );
};
