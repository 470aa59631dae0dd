import type { RegisterCommand } from './command.js';
import { registerGazetteerBuild } from './gazetteer-build.js';

/** `marsad gazetteer`: the names by which people mean the city's areas. */
export const registerGazetteer: RegisterCommand = (program, run) => {
  const gazetteer = program.command('gazetteer').description('names by which people mean the neighbourhoods');
  registerGazetteerBuild(gazetteer, run);
};
