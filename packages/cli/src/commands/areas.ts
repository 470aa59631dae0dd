import { registerAreasCheck } from './areas-check.js';
import { registerAreasCrosswalk } from './areas-crosswalk.js';
import { registerAreasImport } from './areas-import.js';
import type { RegisterCommand } from './command.js';

/** `marsad areas`: the city's neighbourhoods, from a file of boundaries to the map. */
export const registerAreas: RegisterCommand = (program, run) => {
  const areas = program.command('areas').description('check, import and compare boundaries of neighbourhoods');
  registerAreasCheck(areas, run);
  registerAreasImport(areas, run);
  registerAreasCrosswalk(areas, run);
};
