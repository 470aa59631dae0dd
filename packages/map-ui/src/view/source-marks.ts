import type { IsoWeek, SnapshotManifest } from '@marsad/records/snapshot';
import { weeksBetween } from '@marsad/records/without-checks';

type Source = SnapshotManifest['sources'][number];

/** What changed in one week in how much the sources can say: a step of the trend there may be theirs. */
export interface SourceMark {
  week: IsoWeek;
  events: { kind: Source['events'][number]['kind']; source: string }[];
}

/**
 * The changes of sources by week, in order of time. Those of the first week are left out: there the collection begins, and
 * nothing before it can be compared.
 */
export const sourceMarks = (sources: readonly Source[], weeks: readonly [IsoWeek, IsoWeek]): SourceMark[] => {
  const byWeek = new Map<IsoWeek, SourceMark['events']>();
  for (const { name, events } of sources) {
    for (const { kind, week } of events) {
      if (week === null || week <= weeks[0] || week > weeks[1]) continue;
      byWeek.set(week, [...(byWeek.get(week) ?? []), { kind, source: name }]);
    }
  }
  return weeksBetween(weeks[0], weeks[1]).flatMap((week) => {
    const events = byWeek.get(week);
    return events ? [{ week, events }] : [];
  });
};
