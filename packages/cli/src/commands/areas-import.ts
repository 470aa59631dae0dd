import { acceptedAreas, simplifyAreas } from '@marsad/observatory';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { districtsYaml } from '../project/districts-yaml.js';
import { importAreas } from '../project/import-areas.js';
import { readAreas } from '../project/read-areas.js';
import { areasLines, areasReport } from '../report/areas-report.js';
import { printable } from '../terminal.js';
import { type AreaFlags, areaFieldsOf, withAreaOptions } from './area-options.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

interface ImportFlags extends AreaFlags {
  config: string;
  edition?: string;
  pictures?: string;
  simplify?: string;
}

/** `marsad areas import`: boundaries → the neighbourhoods of a city. */
export const registerAreasImport: RegisterCommand = (areas, run) => {
  withAreaOptions(
    areas
      .command('import')
      .description('make boundaries the neighbourhoods of a city; the earlier ones are kept, with a crosswalk')
      .argument('<file...>', 'files that make up one set of areas')
      .requiredOption(CONFIG_FLAG, CONFIG_HELP),
  )
    .option('--edition <label>', 'label of this version, such as 2024 (the file’s own, or a hash, when absent)')
    .option('--simplify <metres>', 'leave out corners that matter less than this; shared borders stay shared')
    .option('--pictures <dir>', 'folder for a picture (SVG) of every spot that cannot be repaired')
    .action((files: string[], flags: ImportFlags) =>
      run(async ({ terminal, json }) => {
        const city = await loadCity(flags.config);
        const request = { fields: areaFieldsOf(flags), layer: flags.layer, version: flags.edition };
        const checked = await readAreas(files, request);
        const report = await areasReport(files, checked, flags.pictures);
        for (const line of areasLines(report)) terminal.say(line);
        const accepted = acceptedAreas(checked, files.join(' '));
        const kept =
          flags.simplify === undefined
            ? accepted
            : simplifyAreas(accepted, Number(flags.simplify), { version: flags.edition });
        const imported = await importAreas(city, kept);
        const { config } = city;
        const unnamed = Object.fromEntries(
          [...checked.districts].filter(([id]) => !Object.keys(config.districts).includes(id)),
        );
        for (const sentence of imported.warnings) terminal.warn(printable(sentence));
        if (Object.keys(unnamed).length > 0) {
          terminal.say('These districts have no names in city.yaml yet; you may add:');
          for (const line of districtsYaml(unnamed)) terminal.say(line);
        }
        for (const path of imported.written) terminal.say(`wrote ${path}`);
        terminal.say(
          imported.changed
            ? `next: ${imported.warnings.length > 0 ? 'mend what is said above, then ' : ''}\`marsad run -c ${flags.config}\` places all posts anew`
            : 'these areas were there already; nothing was written',
        );
        if (json) terminal.out(`${JSON.stringify({ ...report, version: kept.version, ...imported })}\n`);
        return EXIT.done;
      }),
    );
};
