import { buildRegion, writeWhole } from '@marsad/hub';
import type { RegionComparison } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';

/** Reasons for which cities are greyed, with the number of cities, the commonest first: `weeks-missing 3, other-model 1`. */
const countedReasons = (cities: RegionComparison['cities']): string => {
  const counts = new Map<string, number>();
  for (const { code } of cities.flatMap(({ reasons }) => reasons)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([code, cities]) => `${code} ${cities}`)
    .join(', ');
};

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
          for (const { period, measure, common, cities } of region.comparisons) {
            const why = countedReasons(cities);
            terminal.say(
              `${period.id} (${period.weeks.join(' to ')}), ${measure}: ${common?.cities ?? 0} of ${region.cities.length} cities can be set side by side${why && `; greyed: ${why}`}`,
            );
          }
          return EXIT.done;
        }),
      ),
    );
};
