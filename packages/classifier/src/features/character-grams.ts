import type { FeatureSink } from './feature-list.js';
import { bucketOf, step } from './hash.js';

const SHORTEST = 3;
const LONGEST = 5;
const EDGE = 32;
const SEED = 0x811c9dc5;

/** Runs of three to five characters inside a word, its edges counted as characters: spelling variants share most. */
export const characterGrams = (form: string, sink: FeatureSink): void => {
  const length = form.length + 2;
  const unitAt = (i: number): number => (i === 0 || i === length - 1 ? EDGE : form.charCodeAt(i - 1));
  for (let from = 0; from + SHORTEST <= length; from++) {
    let hash = SEED;
    const most = Math.min(LONGEST, length - from);
    for (let size = 1; size <= most; size++) {
      hash = step(hash, unitAt(from + size - 1));
      if (size >= SHORTEST) sink.add(bucketOf(hash));
    }
  }
};
