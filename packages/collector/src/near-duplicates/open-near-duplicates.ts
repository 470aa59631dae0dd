import { BANDS, LEAST_SIMILARITY, openBandIndex, SIGNATURE_BINS, writeBandKeys } from '@marsad/records';
import { foldForCopies } from './fold-for-copies.js';
import { isLongEnough } from './long-enough.js';
import { writeSignature } from './signature.js';

interface NearDuplicate {
  /** id of the first text of which this one is a version */
  original: string;
  /** estimated Jaccard similarity of the two, 0.5 to 1 */
  similarity: number;
}

export interface NearDuplicates {
  /** Texts held, which are the originals alone. */
  readonly size: number;
  /**
   * Finds the text of which this one is a version; a text that is none is held as an original. Versions are compared with
   * originals only, so that a row of small changes never links two texts that differ. Too short a text is neither found
   * nor held.
   */
  findOrAdd(id: string, text: string): NearDuplicate | undefined;
}

/**
 * Opens an empty collection of texts in which near-duplicates are found: reposts, syndicated and lightly edited copies.
 * It lives in memory (under 512 bytes a text, besides its id); the answers depend on the order of the texts alone.
 */
export const openNearDuplicates = (): NearDuplicates => {
  const index = openBandIndex();
  const ids: string[] = [];
  // Written anew for every text: making typed arrays takes longer than filling them.
  const signature = new Uint32Array(SIGNATURE_BINS);
  const keys = new Uint32Array(BANDS);
  return {
    get size() {
      return index.size;
    },
    findOrAdd: (id, text) => {
      const folded = foldForCopies(text);
      if (!isLongEnough(folded)) return undefined;
      writeSignature(folded.codes, signature);
      writeBandKeys(signature, keys);
      const found = index.mostLike(signature, keys);
      const original = found && found.similarity >= LEAST_SIMILARITY ? ids[found.place] : undefined;
      if (found && original !== undefined) return { original, similarity: found.similarity };
      index.add(signature, keys);
      ids.push(id);
      return undefined;
    },
  };
};
