import type { SnapshotManifest } from '@marsad/records';

/** What the counts of a manifest are rounded to. */
export const COUNTS_STEP = 50;

const coarse = (count: number): number => COUNTS_STEP * Math.round(count / COUNTS_STEP);

const coarseAll = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, coarse(count)]));

/** Outcomes by the first part of their code: why a post is hidden is told of blocks, not of posts. */
const byOutcome = (outcomes: Readonly<Record<string, number>>): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const [code, count] of Object.entries(outcomes)) {
    const [outcome = code] = code.split(':');
    const key = outcome === 'suppressed' ? outcome : code;
    sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
};

/**
 * The counts as they may leave: posts and items to the nearest fifty, hidden posts all in one. Told exactly, they would
 * say how many posts all hidden blocks hold, or how many came since the last snapshot. Documents are pages, not posts.
 */
export const coarseCounts = (counts: SnapshotManifest['counts']): SnapshotManifest['counts'] => ({
  posts: coarse(counts.posts),
  outcomes: coarseAll(byOutcome(counts.outcomes)),
  itemsLeftOut: coarseAll(counts.itemsLeftOut),
  documentsLeftOut: counts.documentsLeftOut,
});
