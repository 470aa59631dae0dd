import { BANDS, bandKeyAt, ROWS } from './band-keys.js';
import { BINS } from './signature.js';

/** A signature that resembles the one asked for. */
export interface Resembling {
  /** place of the signature in the order of adding, from 0 */
  place: number;
  similarity: number;
}

export interface BandIndex {
  readonly size: number;
  /** The signature most like this one among those that share a band; the earliest of equals. */
  mostLike(signature: Uint32Array): Resembling | undefined;
  add(signature: Uint32Array): void;
}

/** An entry: its signature, then for every band the place + 1 of the next entry of the same slot, 0 at the end. */
const ENTRY = BINS + BANDS;
/** Entries are kept in blocks, so that growing copies none of them. */
const BLOCK = 4096;
/**
 * Entries looked at in one slot. Only texts made for it crowd a slot (the fullest of 100,000 real posts held 64 in all);
 * without a bound they would make every look-up as slow as there are texts.
 */
const LONGEST_CHAIN = 256;

const sharesBand = (block: Uint32Array, at: number, signature: Uint32Array, band: number): boolean => {
  for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) if (block[at + row] !== signature[row]) return false;
  return true;
};

const equalBins = (block: Uint32Array, at: number, signature: Uint32Array): number => {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin += 1) if (block[at + bin] === signature[bin]) equal += 1;
  return equal;
};

/** An index of signatures in memory: 320 bytes an entry and 64 to 128 for the slots. */
export const openBandIndex = (): BandIndex => {
  const blocks: Uint32Array[] = [];
  let size = 0;
  let capacity = BLOCK;
  let slots = new Uint32Array(BANDS * capacity);
  const blockOf = (place: number): Uint32Array => blocks[Math.floor(place / BLOCK)] ?? new Uint32Array(0);
  const startOf = (place: number): number => (place % BLOCK) * ENTRY;
  const slotOf = (band: number, key: number): number => band * capacity + (key & (capacity - 1));

  const link = (place: number): void => {
    const block = blockOf(place);
    const start = startOf(place);
    for (let band = 0; band < BANDS; band += 1) {
      const slot = slotOf(band, bandKeyAt(block, start, band));
      block[start + BINS + band] = slots[slot] ?? 0;
      slots[slot] = place + 1;
    }
  };

  return {
    get size() {
      return size;
    },
    mostLike: (signature) => {
      let best = -1;
      let most = 0;
      for (let band = 0; band < BANDS; band += 1) {
        let next = slots[slotOf(band, bandKeyAt(signature, 0, band))] ?? 0;
        for (let seen = 0; next !== 0 && seen < LONGEST_CHAIN; seen += 1) {
          const place = next - 1;
          const block = blockOf(place);
          const start = startOf(place);
          if (place !== best && sharesBand(block, start, signature, band)) {
            const equal = equalBins(block, start, signature);
            if (equal > most || (equal === most && place < best)) {
              best = place;
              most = equal;
            }
          }
          next = block[start + BINS + band] ?? 0;
        }
      }
      return best < 0 ? undefined : { place: best, similarity: most / BINS };
    },
    add: (signature) => {
      if (size === capacity) {
        capacity *= 2;
        slots = new Uint32Array(BANDS * capacity);
        for (let place = 0; place < size; place += 1) link(place);
      }
      if (size % BLOCK === 0) blocks.push(new Uint32Array(BLOCK * ENTRY));
      blockOf(size).set(signature, startOf(size));
      size += 1;
      link(size - 1);
    },
  };
};
