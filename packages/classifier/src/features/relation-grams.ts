import type { Reading } from '../compose/reading.js';
import type { FeatureSink } from './feature-list.js';
import { bucketOf, hashText, step } from './hash.js';
import type { WordKinds } from './word-kinds.js';

const WORD = 0x51ed270b;
const KIND = 0x2545f491;
const PAIR = 0x6c8e9cf5;
/** How many words before and after people are read. */
const BEFORE = 5;
const AFTER = 7;
/** Distances past this are one: «far». */
const NEAR = 3;

/**
 * The words around people, without saying which people: what is said of one group teaches what is said of another.
 * Each word with its side and distance, and each pair that stands right before, right after or around them.
 */
export const relationGrams = (
  { words }: Reading,
  { kinds, anyGroup }: WordKinds,
  hashes: readonly number[],
  sink: FeatureSink,
): void => {
  if (!anyGroup) return;
  for (let at = 0; at < words.length; at++) {
    if (kinds[at]?.isGroup !== true) continue;
    const first = kinds[at - 1]?.isGroup !== true;
    const last = kinds[at + 1]?.isGroup !== true;
    const sentence = words[at]?.sentence;
    const look = (k: number, distance: number, side: number): void => {
      const near = Math.min(distance, NEAR) + side;
      sink.add(bucketOf(step((hashes[k] ?? 0) ^ WORD, near)));
      sink.add(bucketOf(step((hashes[k] ?? 0) ^ WORD, side)));
      const kind = kinds[k];
      if (kind) sink.add(bucketOf(hashText(KIND + near, kind.detailed)));
    };
    if (first) {
      for (let d = 1; d <= BEFORE && words[at - d]?.sentence === sentence; d++) look(at - d, d, 0);
      sink.add(bucketOf(step(step(PAIR, hashes[at - 2] ?? 1), hashes[at - 1] ?? 1)));
    }
    if (last) {
      for (let d = 1; d <= AFTER && words[at + d]?.sentence === sentence; d++) look(at + d, d, 16);
      sink.add(bucketOf(step(step(PAIR + 1, hashes[at + 1] ?? 1), hashes[at + 2] ?? 1)));
    }
    if (first && last) sink.add(bucketOf(step(step(PAIR + 2, hashes[at - 1] ?? 1), hashes[at + 1] ?? 1)));
  }
};
