import {
  CONTEXT_FILES,
  type FieldNote,
  type Incident,
  type Intervention,
  type IsoWeek,
  type Narrative,
  snapshotContext,
  snapshotNarratives,
  snapshotNotes,
} from '@marsad/records';
import { byArea } from '../../tally/tally-posts.js';
import { canonicalJson } from '../canonical-json.js';
import { lastTellableWeek } from './old-enough.js';

/** What people know beside what posts say, as the city keeps it. */
export interface CityContext {
  incidents: readonly Incident[];
  interventions: readonly Intervention[];
  notes: readonly FieldNote[];
  narratives: readonly Narrative[];
}

interface Dated {
  id: string;
  first: IsoWeek;
  /** null: goes on */
  last: IsoWeek | null;
}

const datesOf = (
  entry: Pick<Incident, 'id' | 'week'> | Pick<Intervention, 'id' | 'from' | 'to'> | Pick<FieldNote, 'id' | 'weeks'>,
): Dated => {
  if ('week' in entry) return { id: entry.id, first: entry.week, last: entry.week };
  if ('weeks' in entry) return { id: entry.id, first: entry.weeks[0], last: entry.weeks[1] };
  return { id: entry.id, first: entry.from, last: entry.to };
};

/** What lies within the weeks and is old enough, in order of time, without the fields that are the city's own. */
const toldOf = <
  Entry extends { id: string; share: string } & (
    | Pick<Incident, 'id' | 'week'>
    | Pick<Intervention, 'id' | 'from' | 'to'>
    | Pick<FieldNote, 'id' | 'weeks'>
  ),
>(
  entries: readonly Entry[],
  share: Entry['share'],
  [first, last]: readonly [IsoWeek, IsoWeek],
  newest: IsoWeek,
): Record<string, unknown>[] =>
  entries
    .filter((entry) => entry.share === share)
    .map((entry) => ({ entry, dates: datesOf(entry) }))
    .filter(({ dates }) => dates.first <= last && (dates.last ?? last) >= first)
    .filter(({ dates }) => (dates.last ?? dates.first) <= newest)
    .sort((a, b) => byArea(a.dates.first, b.dates.first) || byArea(a.dates.id, b.dates.id))
    .map(({ entry }) =>
      Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'share' && name !== 'reshare')),
    );

/** An object of lists as text, one entry a line, so that two snapshots can be compared line by line. */
const bytesOf = (lists: Readonly<Record<string, readonly unknown[]>>): Uint8Array => {
  const written = Object.entries(lists).map(([name, entries]) => {
    const lines = entries.map((entry) => canonicalJson(entry)).join(',\n');
    return `"${name}":${lines === '' ? '[]' : `[\n${lines}\n]`}`;
  });
  return new TextEncoder().encode(`{${written.join(',\n')}}\n`);
};

/**
 * The files of a snapshot that tell what people know offline, path → bytes. A file in which nothing would stand is not made,
 * so that a snapshot without any is the same as ever. Left out: what the city does not share, what lies outside the weeks of the
 * snapshot, and, of field notes, narratives and all that is for partners, what is younger than four weeks.
 * @param weeks first and last week of the snapshot; null where it has none
 */
export const contextFiles = (
  { incidents, interventions, notes, narratives }: CityContext,
  weeks: readonly [IsoWeek, IsoWeek] | null,
): Map<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>();
  if (weeks === null) return files;
  const [, last] = weeks;
  const old = lastTellableWeek(last);
  const add = (path: string, lists: Readonly<Record<string, readonly unknown[]>>): void => {
    if (Object.values(lists).some((entries) => entries.length > 0)) files.set(path, bytesOf(lists));
  };
  add(
    CONTEXT_FILES.public,
    snapshotContext.parse({
      incidents: toldOf(incidents, 'public', weeks, last),
      // One that goes on, or whose end is announced already, is told from its first week on.
      interventions: toldOf(interventions, 'public', weeks, '9999-W52'),
      notes: toldOf(notes, 'public', weeks, old),
    }) as Record<string, unknown[]>,
  );
  add(
    CONTEXT_FILES.partner,
    snapshotContext.parse({
      incidents: toldOf(incidents, 'partner', weeks, old),
      interventions: toldOf(interventions, 'partner', weeks, old),
      notes: toldOf(notes, 'partner', weeks, old),
    }) as Record<string, unknown[]>,
  );
  add(
    CONTEXT_FILES.narratives,
    snapshotNarratives.parse({ narratives: toldOf(narratives, 'partner', weeks, old) }) as Record<string, unknown[]>,
  );
  add(
    CONTEXT_FILES.notes,
    snapshotNotes.parse({ notes: toldOf(notes, 'restricted', weeks, last) }) as Record<string, unknown[]>,
  );
  return files;
};
