import { BANDS, writeBandKeys } from './band-keys.js';
import { SIGNATURE_BINS } from './similarity.js';

/** A signature that resembles the one asked for. */
interface Resembling {
  /** place of the signature in the order of adding, from 0 */
  place: number;
  /** estimated Jaccard similarity */
  similarity: number;
}

export interface BandIndex {
  readonly size: number;
  /** The signature most like this one among those that share a key with it; the earliest of equals. */
  mostLike(signature: Uint32Array, keys: Uint32Array): Resembling | undefined;
  add(signature: Uint32Array, keys: Uint32Array): void;
}

/** Signatures are kept in blocks, so that growing copies none of them. */
const BLOCK = 4096;
/** Signatures for which the first table of keys is made. */
const FIRST_CAPACITY = 4096;
/** A slot holds place + 1 in its lower 24 bits (0 is empty) and 8 bits of the key above them. */
const PLACE = 0xffffff;
/**
 * Slots looked at for one key. Only texts made for it crowd a key (the most that 100,000 real posts held was 64 under all
 * of their keys); without a bound they would make every look-up as slow as there are texts.
 */
const LONGEST_RUN = 256;

/**
 * An index of signatures in memory: 256 bytes each, and 128 to 256 for the table of their keys, which is an open hash
 * table between a quarter and a half full.
 */
export const openBandIndex = (): BandIndex => {
  const blocks: Uint32Array[] = [];
  let size = 0;
  let capacity = FIRST_CAPACITY;
  let slots = new Uint32Array(2 * BANDS * capacity);

  const blockOf = (place: number): Uint32Array => blocks[Math.floor(place / BLOCK)] ?? new Uint32Array(0);
  const startOf = (place: number): number => (place % BLOCK) * SIGNATURE_BINS;

  const file = (place: number, keys: Uint32Array): void => {
    const last = slots.length - 1;
    for (const key of keys) {
      let slot = key & last;
      let run = 0;
      while (slots[slot] !== 0 && run < LONGEST_RUN) {
        slot = (slot + 1) & last;
        run += 1;
      }
      if (run < LONGEST_RUN) slots[slot] = (key & ~PLACE) | (place + 1);
    }
  };

  const equalBins = (place: number, signature: Uint32Array): number => {
    const block = blockOf(place);
    const start = startOf(place);
    let equal = 0;
    for (let bin = 0; bin < SIGNATURE_BINS; bin += 1) if (block[start + bin] === signature[bin]) equal += 1;
    return equal;
  };

  return {
    get size() {
      return size;
    },
    mostLike: (signature, keys) => {
      const last = slots.length - 1;
      let best = -1;
      let most = 0;
      for (const key of keys) {
        let slot = key & last;
        for (let run = 0; run < LONGEST_RUN; run += 1) {
          const held = slots[slot] ?? 0;
          if (held === 0) break;
          slot = (slot + 1) & last;
          const place = (held & PLACE) - 1;
          if (((held ^ key) & ~PLACE) !== 0 || place === best) continue;
          const equal = equalBins(place, signature);
          if (equal > most || (equal === most && place < best)) {
            best = place;
            most = equal;
          }
        }
      }
      return best < 0 ? undefined : { place: best, similarity: most / SIGNATURE_BINS };
    },
    add: (signature, keys) => {
      if (size === capacity) {
        capacity *= 2;
        slots = new Uint32Array(2 * BANDS * capacity);
        const filed = new Uint32Array(BANDS);
        for (let place = 0; place < size; place += 1) {
          writeBandKeys(blockOf(place).subarray(startOf(place), startOf(place) + SIGNATURE_BINS), filed);
          file(place, filed);
        }
      }
      if (size % BLOCK === 0) blocks.push(new Uint32Array(BLOCK * SIGNATURE_BINS));
      blockOf(size).set(signature, startOf(size));
      file(size, keys);
      size += 1;
    },
  };
};
