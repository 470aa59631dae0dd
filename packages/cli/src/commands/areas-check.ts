import { EXIT } from '../exit-codes.js';
import { readAreas } from '../project/read-areas.js';
import { areasLines, areasReport } from '../report/areas-report.js';
import { printable } from '../terminal.js';
import { type AreaFlags, areaFieldsOf, withAreaOptions } from './area-options.js';
import type { RegisterCommand } from './command.js';

/** `marsad areas check`: what would be repaired, what cannot be used, and where. */
export const registerAreasCheck: RegisterCommand = (areas, run) => {
  withAreaOptions(
    areas
      .command('check')
      .description('say what is wrong with boundaries: GeoJSON, TopoJSON, Shapefile (zip), GeoPackage')
      .argument('<file...>', 'files that make up one set of areas'),
  )
    .option('--pictures <dir>', 'folder for a picture (SVG) of every spot that cannot be repaired')
    .action((files: string[], flags: AreaFlags & { pictures?: string }) =>
      run(async ({ terminal, json }) => {
        const checked = await readAreas(files, { fields: areaFieldsOf(flags), layer: flags.layer });
        const report = await areasReport(files, checked, flags.pictures);
        terminal.out(json ? `${JSON.stringify(report)}\n` : `${areasLines(report).map(printable).join('\n')}\n`);
        return report.problems.length > 0 ? EXIT.foundWrong : EXIT.done;
      }),
    );
};
