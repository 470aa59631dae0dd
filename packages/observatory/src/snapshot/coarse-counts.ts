import type { SnapshotManifest } from '@marsad/records';

/** What counts of posts are rounded to. */
const STEP = 10;

/**
 * An outcome as it may be told: posts in hidden blocks together with those that name no neighbourhood. Both are what is left
 * when the shown neighbourhoods are subtracted from the city, so that their sum says nothing new; either alone would.
 */
export const toldOutcome = (outcome: string): string => {
  if (outcome === 'suppressed:copy') return 'outside:copy';
  return outcome.startsWith('suppressed') || outcome === 'outside:no-neighbourhood-named' ? 'outside' : outcome;
};

/**
 * The counts as they may leave: outcomes as they may be told, rounded to tens, and their sum. Items and documents that
 * never became posts stand in no figure and stay as they are.
 */
export const coarseCounts = (counts: SnapshotManifest['counts']): SnapshotManifest['counts'] => {
  const sums: Record<string, number> = {};
  for (const [outcome, posts] of Object.entries(counts.outcomes)) {
    const told = toldOutcome(outcome);
    sums[told] = (sums[told] ?? 0) + posts;
  }
  const outcomes = Object.fromEntries(
    Object.entries(sums)
      .map(([outcome, posts]): [string, number] => [outcome, STEP * Math.round(posts / STEP)])
      .filter(([, posts]) => posts > 0),
  );
  return { ...counts, posts: Object.values(outcomes).reduce((sum, posts) => sum + posts, 0), outcomes };
};
