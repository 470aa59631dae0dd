/** Number of buckets that features are hashed into; a power of two. */
export const BUCKETS = 1 << 19;
const MASK = BUCKETS - 1;

/** One step of the running hash: FNV-1a (Fowler, Noll, Vo) over 16-bit units. */
export const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** A running hash over the units of a string. */
export const hashText = (seed: number, text: string): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
};

/** The bucket of a finished hash; its bits are mixed once more, as the low ones of FNV-1a are weak (MurmurHash3's end). */
export const bucketOf = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & MASK;
};
