import type { SnapshotManifest } from '@marsad/records';

const COPY = ':copy';

/**
 * Says how many of the posts are copies of others, which the table of a run counts among the posts though they enter no
 * share; undefined where there are none.
 */
export const copiesLine = ({ posts, outcomes }: SnapshotManifest['counts']): string | undefined => {
  const copies = Object.entries(outcomes).reduce(
    (sum, [outcome, count]) => sum + (outcome.endsWith(COPY) ? count : 0),
    0,
  );
  return copies > 0
    ? `${copies} of the ${posts} posts in the store are copies of another: they show how far it went and count in no share`
    : undefined;
};
