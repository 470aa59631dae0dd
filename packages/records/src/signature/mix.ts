/**
 * Spreads every bit of a 32-bit integer over all 32: the last step of MurmurHash3 (Appleby, public domain), which is a
 * permutation of the integers and the same on every machine.
 */
export const mix = (value: number): number => {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** A seed for each of a row of independent uses of `mix`. */
export const seedOf = (use: number): number => Math.imul(use + 1, 0x9e3779b1);
