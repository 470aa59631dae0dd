import { mix, seedOf } from './mix.js';

/** Keys of a signature. */
export const BANDS = 16;
/** Numbers of the signature in each key. */
export const ROWS = 4;

/** Key of one band of the signature that begins at `from`. */
export const bandKeyAt = (numbers: Uint32Array, from: number, band: number): number => {
  let key = seedOf(band);
  for (let row = 0; row < ROWS; row += 1) key = mix(key ^ (numbers[from + band * ROWS + row] ?? 0));
  return key >>> 0;
};

/**
 * The keys under which a signature is looked up: two texts that share a key are worth comparing. Texts of similarity s
 * share one with probability 1 − (1 − s⁴)¹⁶: 0.99 at 0.7, 0.64 at 0.5, 0.02 at 0.2.
 * @returns 16 unsigned 32-bit integers; the number of the band is hashed into its key, so that one column can hold all
 */
export const bandKeysOf = (signature: Uint32Array): Uint32Array =>
  Uint32Array.from({ length: BANDS }, (_, band) => bandKeyAt(signature, 0, band));
