import type { SnapshotManifest } from '@marsad/records';
import { canonicalJson } from '../canonical-json.js';

type Source = SnapshotManifest['sources'][number];
type Event = Source['events'][number];

const timeOf = ({ kind, week }: Event): string => `${kind === 'added' ? 0 : 1} ${week ?? '~'} ${kind}`;

/** What happened to a source in any of the snapshots; its first post is that of the earliest. */
const eventsOf = (sources: readonly Source[]): Event[] => {
  const events = new Map(
    sources.flatMap(({ events }) => events.map((event): [string, Event] => [timeOf(event), event])),
  );
  const sorted = [...events].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
  const [first] = sorted.filter(({ kind }) => kind === 'added');
  return sorted.filter((event) => event.kind !== 'added' || event === first);
};

/**
 * The sources of several snapshots. One that changed its name or kind has the last of them by code units, so that the order of
 * snapshots tells nothing.
 */
export const mergeSources = (sets: readonly (readonly Source[])[]): Source[] => {
  const byId = new Map<string, Source[]>();
  for (const source of sets.flat()) byId.set(source.id, [...(byId.get(source.id) ?? []), source]);
  return [...byId].map(([id, sources]) => {
    const named = sources.map(({ name, kind }) => ({ name, kind }));
    const [last] = named.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? 1 : -1));
    return { id, name: last?.name ?? id, kind: last?.kind ?? '', events: eventsOf(sources) };
  });
};
