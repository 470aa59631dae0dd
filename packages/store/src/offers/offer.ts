import { bandKeysOf, type Post, signatureFromBytes } from '@marsad/records';

/** A post that is offered, with what its copies are found by. */
export interface Offer {
  post: Post;
  /** null for a text too short to be compared */
  signature: Uint32Array | null;
  /** keys of the signature */
  keys: number[];
}

/** Reads the signature that a post carries. */
export const offerOf = (post: Post): Offer => {
  if (post.signature === null) return { post, signature: null, keys: [] };
  const signature = signatureFromBytes(Buffer.from(post.signature, 'base64'));
  return { post, signature, keys: [...bandKeysOf(signature)] };
};
