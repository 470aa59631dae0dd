import type { Snapshot } from '../read-snapshot.js';
import type { SnapshotChange } from './change.js';

type Sources = Snapshot['manifest']['sources'];

/** Sources that came, went, fell silent or came back between two snapshots. */
export const changesOfSources = (before: Sources, after: Sources): SnapshotChange[] => {
  const old = new Map(before.map((source) => [source.id, source]));
  const later = new Set(after.map(({ id }) => id));
  const changes = after.flatMap(({ id, name, events }): SnapshotChange[] => {
    const known = old.get(id);
    const news = events.filter(
      ({ kind, week }) =>
        kind !== 'added' && known?.events.some((event) => event.kind === kind && event.week === week) !== true,
    );
    const added = events.find(({ kind }) => kind === 'added');
    return [
      ...(known ? [] : [{ code: 'source-added' as const, source: id, name, week: added?.week ?? null }]),
      ...news.map(({ kind, week }) => ({ code: 'source-event' as const, source: id, name, event: kind, week })),
    ];
  });
  const removed = before.filter(({ id }) => !later.has(id));
  return [...changes, ...removed.map(({ id, name }) => ({ code: 'source-removed' as const, source: id, name }))];
};
