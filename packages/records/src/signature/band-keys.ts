import { mix, seedOf } from './mix.js';

/** Keys of a signature, each made of four of its numbers. */
export const BANDS = 16;

/**
 * Writes the 16 keys of a signature into numbers that the caller holds; see `bandKeysOf`.
 * @param from where the signature begins in its list
 * @param to where its keys go
 */
export const writeBandKeys = (signatures: Uint32Array, keys: Uint32Array, from = 0, to = 0): void => {
  for (let band = 0; band < BANDS; band += 1) {
    const at = from + band * 4;
    const firstTwo = Math.imul(signatures[at] ?? 0, 0x9e3779b1) ^ Math.imul(signatures[at + 1] ?? 0, 0x85ebca77);
    const lastTwo = Math.imul(signatures[at + 2] ?? 0, 0xc2b2ae3d) ^ Math.imul(signatures[at + 3] ?? 0, 0x27d4eb2f);
    keys[to + band] = mix(mix(firstTwo ^ seedOf(band)) ^ lastTwo);
  }
};

/**
 * The keys under which a signature is looked up: two texts that share a key are worth comparing. Texts of similarity s
 * share one with probability 1 − (1 − s⁴)¹⁶: 0.99 at 0.7, 0.64 at 0.5, 0.03 at 0.2.
 * @returns 16 unsigned 32-bit integers; the number of the band is hashed into its key, so that one column can hold all
 */
export const bandKeysOf = (signature: Uint32Array): Uint32Array => {
  const keys = new Uint32Array(BANDS);
  writeBandKeys(signature, keys);
  return keys;
};
