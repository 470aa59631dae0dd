import type { LoadedCity } from '../config/load-city.js';
import type { Finding } from '../doctor/finding.js';
import { incidentKind } from './incident-kind.js';
import { interventionKind } from './intervention-kind.js';
import type { ContextEntry, ContextKind } from './kind.js';
import { problemSentences, readCityEntries } from './load-context.js';
import { narrativeKind } from './narrative-kind.js';
import { noteKind } from './note-kind.js';

/** How many entries there are of each sharing, such as `3 public, 1 none`. */
export const sharedCounts = (entries: readonly ContextEntry[]): string => {
  const counts = new Map<string, number>();
  for (const { share } of entries) counts.set(share, (counts.get(share) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([share, count]) => `${count} ${share === 'none' ? 'not shared' : share}`)
    .join(', ');
};

const findingsOfKind = async <Entry extends ContextEntry>(
  city: LoadedCity,
  kind: ContextKind<Entry>,
  areas: ReadonlySet<string>,
): Promise<Finding[]> => {
  const read = await readCityEntries(city, kind);
  if (!read) return [];
  const wrong = problemSentences(read, kind, areas);
  if (wrong.length > 0)
    return wrong.map((sentence) => ({ state: 'wrong', subject: kind.field, sentence, remedy: 'docs/field-notes.md' }));
  const entries = read.entries.map(({ entry }) => entry);
  return [
    entries.length === 0
      ? {
          state: 'missing',
          subject: kind.field,
          sentence: `none in ${read.file} yet`,
          remedy: `\`marsad ${kind.name} import\` puts some there.`,
        }
      : { state: 'ready', subject: kind.field, sentence: `${entries.length} (${sharedCounts(entries)})` },
  ];
};

/** What the doctor says of the files of `context`: how much is in them, or every line that is wrong. */
export const contextFindings = async (city: LoadedCity, areas: ReadonlySet<string>): Promise<Finding[]> => [
  ...(await findingsOfKind(city, incidentKind, areas)),
  ...(await findingsOfKind(city, interventionKind, areas)),
  ...(await findingsOfKind(city, noteKind, areas)),
  ...(await findingsOfKind(city, narrativeKind, areas)),
];
