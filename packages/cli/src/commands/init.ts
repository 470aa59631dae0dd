import { resolve } from 'node:path';
import { acceptedAreas } from '@marsad/observatory';
import { EXIT } from '../exit-codes.js';
import { readAreas } from '../project/read-areas.js';
import { scaffoldCity } from '../project/scaffold-city.js';
import { printable } from '../terminal.js';
import { type AreaFlags, areaFieldsOf, withAreaOptions } from './area-options.js';
import type { RegisterCommand } from './command.js';

interface InitFlags extends AreaFlags {
  boundaries?: string;
}

/** Repairs are named one by one up to this many. */
const MOST_NAMED = 5;

/** `marsad init`: a folder for a new city. */
export const registerInit: RegisterCommand = (program, run) => {
  withAreaOptions(
    program
      .command('init')
      .description('make a folder for a city: city.yaml, neighbourhoods.geojson, gazetteer.csv, author key')
      .argument('<dir>', 'folder to make; it must not exist yet or be empty')
      .option('--boundaries <file>', 'polygons of the neighbourhoods: GeoJSON, TopoJSON, Shapefile (zip), GeoPackage'),
  ).action((dir: string, flags: InitFlags) =>
    run(async ({ terminal, json }) => {
      const { boundaries } = flags;
      const checked = boundaries
        ? await readAreas([boundaries], { fields: areaFieldsOf(flags), layer: flags.layer })
        : undefined;
      const areas = checked && acceptedAreas(checked, boundaries ?? '');
      await scaffoldCity({
        folder: resolve(dir),
        ...(checked && areas && { boundaries: { areas, districts: checked.districts } }),
      });
      const neighbourhoods = areas?.features.length ?? 0;
      const repairs = checked?.repairs ?? [];
      for (const { where, what } of repairs.slice(0, MOST_NAMED)) terminal.say(`repaired: ${where}: ${what}`);
      if (repairs.length > MOST_NAMED)
        terminal.say(`and ${repairs.length - MOST_NAMED} more; \`marsad areas check ${boundaries}\` lists them`);
      for (const warning of checked?.warnings ?? []) terminal.warn(printable(warning));
      if (json) terminal.out(`${JSON.stringify({ folder: dir, neighbourhoods })}\n`);
      terminal.say(`made ${dir} with ${neighbourhoods} neighbourhoods`);
      terminal.say(
        `next: name your contact address and sources in ${dir}/city.yaml, then \`marsad run -c ${dir}/city.yaml\``,
      );
      return EXIT.done;
    }),
  );
};
