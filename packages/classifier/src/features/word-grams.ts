import type { FeatureSink } from './feature-list.js';
import { bucketOf, step } from './hash.js';

const ONE = 0x9e3779b1;
const TWO = 0x7f4a7c15;
const SKIP = 0x3c6ef372;
const THREE = 0x1b873593;

/** Words, pairs, pairs with a word left out, and triples that end at word `at`, from the hashes of the words. */
export const wordGrams = (hashes: readonly number[], at: number, sink: FeatureSink): void => {
  const here = hashes[at] ?? 0;
  sink.add(bucketOf(here ^ ONE));
  if (at === 0) return;
  const before = hashes[at - 1] ?? 0;
  sink.add(bucketOf(step(before ^ TWO, here)));
  if (at === 1) return;
  const twoBefore = hashes[at - 2] ?? 0;
  sink.add(bucketOf(step(twoBefore ^ SKIP, here)));
  sink.add(bucketOf(step(step(twoBefore ^ THREE, before), here)));
};
