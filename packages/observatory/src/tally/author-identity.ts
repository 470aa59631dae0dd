import type { PlacedPost } from './placed-post.js';

/** Who wrote a post and where, as keys. */
export interface Identity {
  author: number;
  source: number;
}

const KINDS = { author: 1, publisher: 2, row: 3, source: 4 };

/**
 * A key of 52 bits, the same in every tally, from two multiplicative hashes side by side. Of a million authors in one city
 * two share a key with a chance of 1 in 9,000; they would count as one.
 */
const keyFrom = (kind: keyof typeof KINDS, text: string): number => {
  let low = KINDS[kind];
  let high = ~low;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    low ^= low >>> 15;
    high = Math.imul(high ^ unit, 0x85ebca77);
    high ^= high >>> 13;
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0);
};

/**
 * Keys for the authors and sources of posts, for counting only. A post without an author hash belongs to its publisher, so
 * that a site that signs nothing counts as one author; a row of an imported file without author column stands for itself,
 * since such a file has already taken the persons away.
 */
export const authorIdentities = (): ((post: PlacedPost) => Identity) => {
  const publishers = new Map<string, Identity>();
  const publisherOf = (sourceId: string): Identity => {
    const known = publishers.get(sourceId);
    if (known) return known;
    const publisher = { author: keyFrom('publisher', sourceId), source: keyFrom('source', sourceId) };
    publishers.set(sourceId, publisher);
    return publisher;
  };
  return ({ postId, authorHash, sourceId, permission }) => {
    const publisher = publisherOf(sourceId);
    if (authorHash !== null) return { author: keyFrom('author', authorHash), source: publisher.source };
    if (permission !== 'file-import') return publisher;
    return { author: keyFrom('row', postId), source: publisher.source };
  };
};
