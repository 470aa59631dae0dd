import { existsSync } from 'node:fs';
import { loadCity } from '../config/load-city.js';
import { narrativeKind } from '../context/narrative-kind.js';
import { repeatedWords } from '../context/repeated-words.js';
import { withProject } from '../project/open-project.js';
import { projectPaths } from '../project/paths.js';
import type { RegisterCommand } from './command.js';
import { readAsIs, registerEntriesCheck, registerEntriesImport, registerEntriesList } from './context-commands.js';

/** `marsad narrative`: stories that come back in many posts, told in the analysts' own words. */
export const registerNarrative: RegisterCommand = (program, run) => {
  const narrative = program
    .command('narrative')
    .description('stories that come back in many posts, in other words; for partners, never public');
  registerEntriesImport(narrative, run, narrativeKind, readAsIs(narrativeKind));
  registerEntriesList(narrative, run, narrativeKind);
  registerEntriesCheck(narrative, run, narrativeKind, async (config, entries) => {
    const { folder } = await loadCity(config);
    if (!existsSync(projectPaths(folder).database)) return [];
    const repeated = await withProject(config, ({ store }) => repeatedWords(entries, store.postTextPages()));
    return repeated.map(
      ({ id, words }) =>
        `${id}: repeats "${words}", six words in a row of a stored post: a search would find its writer`,
    );
  });
};
