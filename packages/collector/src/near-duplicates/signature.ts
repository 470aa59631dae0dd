import { mix, SIGNATURE_BINS, seedOf } from '@marsad/records';
import { foldForCopies } from './fold-for-copies.js';

/**
 * Characters in a shingle. Three rather than four: a typo then touches three shingles, and texts of 24 letters with one
 * are still found, while different texts of one language remain far below the threshold.
 */
const SHINGLE = 3;
/** Throws before the bins still empty are filled one by one. A value is its throw (5 bits) and a hash (26 bits). */
const THROWS = 31;
const HASH_BITS = 26;
/** More than any value; values stay below 2³¹, which keeps the loops in integer arithmetic. */
const EMPTY = 0x7fffffff;

const shinglesOf = (codes: readonly number[]): number[] => {
  const shingles: number[] = [];
  let first = codes[0] ?? 0;
  let second = codes[1] ?? 0;
  // A text of fewer than three characters is one shingle, filled up with zeros.
  for (let at = SHINGLE - 1; at < Math.max(SHINGLE, codes.length); at += 1) {
    const third = codes[at] ?? 0;
    shingles.push(mix(Math.imul((first << 16) | second, 0x9e3779b1) ^ third));
    first = second;
    second = third;
  }
  return shingles;
};

/** Writes the signature of folded characters into 64 numbers that the caller holds; see `signatureOf`. */
export const writeSignature = (codes: readonly number[], signature: Uint32Array): void => {
  const shingles = shinglesOf(codes);
  signature.fill(EMPTY);
  let empty = SIGNATURE_BINS;
  for (let round = 0; round < THROWS && empty > 0; round += 1) {
    const seed = seedOf(round);
    const thrown = round << HASH_BITS;
    for (let at = 0; at < shingles.length; at += 1) {
      const hash = mix((shingles[at] ?? 0) ^ seed);
      const bin = hash & (SIGNATURE_BINS - 1);
      const value = thrown | (hash >>> (32 - HASH_BITS));
      const held = signature[bin] ?? 0;
      if (value >= held) continue;
      if (held === EMPTY) empty -= 1;
      signature[bin] = value;
    }
  }
  for (let bin = 0; bin < SIGNATURE_BINS && empty > 0; bin += 1) {
    if (signature[bin] !== EMPTY) continue;
    const seed = seedOf(THROWS + bin);
    let least = EMPTY;
    for (const shingle of shingles)
      least = Math.min(least, (THROWS << HASH_BITS) | (mix(shingle ^ seed) >>> (32 - HASH_BITS)));
    signature[bin] = least;
  }
};

/**
 * One-permutation MinHash of a text: its folded character shingles are thrown into 64 bins, each bin keeps the least
 * hash. Short texts leave bins empty after one throw; they are thrown again with another seed until every bin is filled,
 * later throws never displacing earlier ones (Dahlgaard, Knudsen and Thorup, «Fast Similarity Sketching», FOCS 2017), which
 * keeps the estimate as sharp as 64 separate permutations would. The same text has the same signature on every machine.
 * @returns 64 unsigned 32-bit integers (256 bytes)
 */
export const signatureOf = (text: string): Uint32Array => {
  const signature = new Uint32Array(SIGNATURE_BINS);
  writeSignature(foldForCopies(text).codes, signature);
  return signature;
};
