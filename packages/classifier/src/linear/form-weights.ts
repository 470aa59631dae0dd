import { characterGrams } from '../features/character-grams.js';
import { FeatureSink } from '../features/feature-list.js';
import { formHash } from '../features/text-features.js';
import { FormCache } from '../words/form-cache.js';
import { HEADS } from './heads.js';

/** Word forms whose sums are remembered: some 200 bytes each. */
const MOST_REMEMBERED = 30_000;

/** What a word form alone brings to a text. */
export interface FormWeights {
  hash: number;
  /** number of its runs of characters */
  grams: number;
  /** per head, the sum of the weights of its runs of characters */
  sums: Int32Array;
}

/**
 * A look-up of what a word form brings, remembered: a text of twenty words has three hundred runs of characters, each
 * with a weight for every head somewhere else in memory, and most of its words have come before.
 */
export const openFormWeights = (weights: Int8Array): ((form: string) => FormWeights) => {
  const cache = new FormCache<FormWeights>(MOST_REMEMBERED);
  const sink = new FeatureSink();
  return (form) => {
    const known = cache.get(form);
    if (known) return known;
    characterGrams(form, sink);
    const { buckets } = sink.take();
    const sums = new Int32Array(HEADS.length);
    addWeights(weights, buckets, 0, buckets.length, sums);
    const made = { hash: formHash(form), grams: buckets.length, sums };
    cache.set(form, made);
    return made;
  };
};

/** Adds the weights of the buckets from `from` to `to` to the sums of all heads. */
export const addWeights = (
  weights: Int8Array,
  buckets: Int32Array,
  from: number,
  to: number,
  sums: Int32Array,
): void => {
  const count = sums.length;
  for (let at = from; at < to; at++) {
    const base = (buckets[at] ?? 0) * count;
    for (let head = 0; head < count; head++) sums[head] = (sums[head] ?? 0) + (weights[base + head] ?? 0);
  }
};
