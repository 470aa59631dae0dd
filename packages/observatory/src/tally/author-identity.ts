import type { PlacedPost } from './placed-post.js';

/**
 * Numbers for the authors and sources of posts, for counting only: the numbers mean nothing outside one tally. A post
 * without an author hash belongs to its publisher, so that a site that signs nothing counts as one author; a row of an
 * imported file without author column stands for itself, since such a file has already taken the persons away.
 */
export const authorIdentities = (): ((post: PlacedPost) => { author: number; source: number }) => {
  const authors = new Map<string, number>();
  const sources = new Map<string, number>();
  let next = 0;
  const numberOf = (numbers: Map<string, number>, key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    next += 1;
    numbers.set(key, next);
    return next;
  };
  return ({ authorHash, sourceId, permission }) => {
    const source = numberOf(sources, sourceId);
    if (authorHash !== null) return { author: numberOf(authors, `hash ${authorHash}`), source };
    if (permission !== 'file-import') return { author: numberOf(authors, `source ${sourceId}`), source };
    next += 1;
    return { author: next, source };
  };
};
