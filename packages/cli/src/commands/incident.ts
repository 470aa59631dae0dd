import { indexAreas } from '@marsad/observatory';
import { acledIncidents } from '../context/acled-incidents.js';
import { incidentKind } from '../context/incident-kind.js';
import { readEntries } from '../context/read-entries.js';
import { loadPlaces } from '../project/load-places.js';
import type { RegisterCommand } from './command.js';
import { registerEntriesCheck, registerEntriesImport, registerEntriesList } from './context-commands.js';

interface ImportFlags {
  config: string;
  acled?: boolean;
}

/** `marsad incident`: what happened offline, by week and area. */
export const registerIncident: RegisterCommand = (program, run) => {
  const incident = program.command('incident').description('what happened offline, by week and neighbourhood');
  registerEntriesImport(incident, run, incidentKind, async (text, file, { acled }: ImportFlags, city) =>
    acled
      ? acledIncidents(text, file, indexAreas((await loadPlaces(city)).areas))
      : readEntries(text, file, incidentKind),
  ).option('--acled', 'the file is an ACLED export; its events stay here, as their licence forbids passing them on');
  registerEntriesList(incident, run, incidentKind);
  registerEntriesCheck(incident, run, incidentKind);
};
