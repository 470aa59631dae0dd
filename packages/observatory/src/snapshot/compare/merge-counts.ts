import type { IsoWeek, SnapshotManifest } from '@marsad/records';

type Counts = SnapshotManifest['counts'];
export type MergedFrom = NonNullable<SnapshotManifest['mergedFrom']>[number];

const addWith = (
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  join: (x: number, y: number) => number,
): Record<string, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().map((key) => [key, join(a[key] ?? 0, b[key] ?? 0)]),
  );

const joined = (a: Counts, b: Counts, join: (x: number, y: number) => number): Counts => ({
  posts: join(a.posts, b.posts),
  outcomes: addWith(a.outcomes, b.outcomes, join),
  itemsLeftOut: addWith(a.itemsLeftOut, b.itemsLeftOut, join),
  documentsLeftOut: addWith(a.documentsLeftOut, b.documentsLeftOut, join),
});

/** Snapshots whose weeks overlap, one after the other, in groups; those without a dated post are one group. */
export const overlapping = (parts: readonly MergedFrom[]): MergedFrom[][] => {
  const groups: { last: IsoWeek; parts: MergedFrom[] }[] = [];
  const dated = parts.flatMap((part) => (part.weeks === null ? [] : [{ part, weeks: part.weeks }]));
  for (const { part, weeks } of dated.sort((a, b) => (a.weeks[0] < b.weeks[0] ? -1 : 1))) {
    const group = groups.at(-1);
    if (group === undefined || weeks[0] > group.last) groups.push({ last: weeks[1], parts: [part] });
    else {
      group.parts.push(part);
      if (weeks[1] > group.last) group.last = weeks[1];
    }
  }
  const undated = parts.filter(({ weeks }) => weeks === null);
  return [...groups.map((group) => group.parts), ...(undated.length > 0 ? [undated] : [])];
};

/**
 * Counts of several snapshots together. Periods that follow one another are added; of those that overlap the same posts may be
 * counted in both, so of these the largest number stands: there are at least so many.
 */
export const mergeCounts = (parts: readonly MergedFrom[]): Counts =>
  overlapping(parts)
    .map((group) => group.map(({ counts }) => counts).reduce((a, b) => joined(a, b, Math.max)))
    .reduce((a, b) => joined(a, b, (x, y) => x + y));
