import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CityContext } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import type { LoadedCity } from '../config/load-city.js';
import { entryProblems } from './check-entries.js';
import { incidentKind } from './incident-kind.js';
import { interventionKind } from './intervention-kind.js';
import type { ContextEntry, ContextKind } from './kind.js';
import { narrativeKind } from './narrative-kind.js';
import { noteKind } from './note-kind.js';
import { type ReadEntries, readEntries } from './read-entries.js';

/** The entries that city.yaml names a file for; undefined where it names none, empty where there is none at that place yet. */
export const readCityEntries = async <Entry extends ContextEntry>(
  { config, folder }: LoadedCity,
  kind: ContextKind<Entry>,
): Promise<(ReadEntries<Entry> & { file: string }) | undefined> => {
  const file = config.context[kind.field];
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = await readFile(resolve(folder, file), 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { file, entries: [], problems: [] };
    throw new InputError('file-missing', `expected a file at ${file}, but it cannot be read`, { cause });
  }
  return { file, ...readEntries(text, file, kind) };
};

/** Sentences about everything that is wrong with a file, each with file and line. */
export const problemSentences = <Entry extends ContextEntry>(
  { file, entries, problems }: ReadEntries<Entry> & { file: string },
  kind: ContextKind<Entry>,
  areas: ReadonlySet<string>,
): string[] =>
  [
    ...problems,
    ...entryProblems(entries, kind, areas).map(({ line, id, message }) => ({ line, message: `${id}: ${message}` })),
  ]
    .sort((a, b) => a.line - b.line)
    .map(({ line, message }) => `${file}:${line}: ${message}`);

const soundEntries = async <Entry extends ContextEntry>(
  city: LoadedCity,
  kind: ContextKind<Entry>,
  areas: ReadonlySet<string>,
): Promise<Entry[]> => {
  const read = await readCityEntries(city, kind);
  if (!read) return [];
  const wrong = problemSentences(read, kind, areas);
  if (wrong.length > 0)
    throw new InputError('bad-context', wrong.join('\n'), {
      remedy: `Mend the file, or take out the entry; \`marsad ${kind.name} check\` looks again.`,
    });
  return read.entries.map(({ entry }) => entry);
};

/**
 * What people know of a city offline, from the files that `context` in city.yaml names.
 * @throws InputError naming file, line and field of everything that is wrong
 */
export const loadContext = async (city: LoadedCity, areas: ReadonlySet<string>): Promise<CityContext> => ({
  incidents: await soundEntries(city, incidentKind, areas),
  interventions: await soundEntries(city, interventionKind, areas),
  notes: await soundEntries(city, noteKind, areas),
  narratives: await soundEntries(city, narrativeKind, areas),
});
