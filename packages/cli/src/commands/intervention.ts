import { interventionKind } from '../context/intervention-kind.js';
import type { RegisterCommand } from './command.js';
import { readAsIs, registerEntriesCheck, registerEntriesImport, registerEntriesList } from './context-commands.js';

/** `marsad intervention`: what is being done, from when to when and where. */
export const registerIntervention: RegisterCommand = (program, run) => {
  const intervention = program.command('intervention').description('programmes: what is being done, when and where');
  registerEntriesImport(intervention, run, interventionKind, readAsIs(interventionKind));
  registerEntriesList(intervention, run, interventionKind);
  registerEntriesCheck(intervention, run, interventionKind);
};
