import type { ProtectionRules, SuppressionReason } from '@marsad/records';

/** What the gate looks at. `topAuthorShare` is left out where it is not known. */
export interface Measures {
  posts: number;
  /** the gate does not count them, but a cell of copies alone is not an empty one */
  copies?: number | undefined;
  authors: number;
  sources: number;
  topAuthorShare?: number | undefined;
}

/**
 * The publish gate (primary suppression: threshold and dominance rule).
 * @returns the first rule that is broken, or null when the cell may be shown
 */
export const gate = (
  { posts, authors, sources, topAuthorShare }: Measures,
  rules: ProtectionRules,
): SuppressionReason | null => {
  if (!(posts >= rules.minimumPosts)) return 'too-few-posts';
  if (!(authors >= rules.minimumAuthors)) return 'too-few-authors';
  if (!(sources >= rules.minimumSources)) return 'too-few-sources';
  if (topAuthorShare !== undefined && !(topAuthorShare <= rules.maximumTopAuthorShare)) return 'one-author-dominates';
  return null;
};

/** Posts counted by author and source. */
interface Counted {
  posts: number;
  authors: { size: number; top: number };
  sources: { size: number };
}

/** The same of posts that are counted by author and source. */
export const gateOf = ({ posts, authors, sources }: Counted, rules: ProtectionRules): SuppressionReason | null =>
  gate(
    { posts, authors: authors.size, sources: sources.size, topAuthorShare: posts === 0 ? 0 : authors.top / posts },
    rules,
  );
