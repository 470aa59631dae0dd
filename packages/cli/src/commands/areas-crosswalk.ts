import { writeFile } from 'node:fs/promises';
import { acceptedAreas, crosswalk } from '@marsad/observatory';
import { EXIT } from '../exit-codes.js';
import { readAreas } from '../project/read-areas.js';
import { crosswalkCsv } from '../report/crosswalk-csv.js';
import { type AreaFlags, areaFieldsOf, withAreaOptions } from './area-options.js';
import type { RegisterCommand } from './command.js';

/** `marsad areas crosswalk`: which share of each old area lies in which new one. */
export const registerAreasCrosswalk: RegisterCommand = (areas, run) => {
  withAreaOptions(
    areas
      .command('crosswalk')
      .description('say which share of the ground of each old area lies in which new one, as CSV')
      .argument('<old>', 'boundaries of the earlier version')
      .argument('<new>', 'boundaries of the later version'),
  )
    .option('-o, --output <file>', 'where to write the CSV (standard output when absent)')
    .action((before: string, after: string, flags: AreaFlags & { output?: string }) =>
      run(async ({ terminal, json }) => {
        const request = { fields: areaFieldsOf(flags), layer: flags.layer };
        const [old, later] = [
          acceptedAreas(await readAreas([before], request), before),
          acceptedAreas(await readAreas([after], request), after),
        ];
        const rows = crosswalk(old, later);
        if (flags.output !== undefined) await writeFile(flags.output, crosswalkCsv(rows));
        else if (!json) terminal.out(crosswalkCsv(rows));
        if (json) terminal.out(`${JSON.stringify({ from: old.version, to: later.version, rows })}\n`);
        terminal.say(`${rows.length} pieces from version ${old.version} to ${later.version}`);
        return EXIT.done;
      }),
    );
};
