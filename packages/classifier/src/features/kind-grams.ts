import type { Reading } from '../compose/reading.js';
import { BucketSet } from './bucket-set.js';
import type { FeatureSink } from './feature-list.js';
import { bucketOf, hashText } from './hash.js';
import type { WordKinds } from './word-kinds.js';

const SEED = 0x5bd1e995;
const LONGEST = 4;
/** Words in no term, as many as there are together, are one blank. */
const BLANK = '_>';
const SENTENCE = '|>';

const seen = new BucketSet();

/**
 * The order of kinds in a text, whatever its language: «group · copula · attribute». Runs of one to four, across
 * sentences too, so that what is learnt in one language holds in the others.
 */
export const kindGrams = ({ words }: Reading, { kinds }: WordKinds, sink: FeatureSink): void => {
  const sequence: string[] = [];
  let last = '';
  let sentence = words[0]?.sentence ?? 0;
  for (let at = 0; at < words.length; at++) {
    const now = words[at]?.sentence ?? 0;
    if (now !== sentence) {
      sequence.push(SENTENCE);
      last = SENTENCE;
    }
    sentence = now;
    const name = kinds[at]?.name ?? BLANK;
    if (last !== name) sequence.push(name);
    last = name;
  }
  seen.clear();
  for (let from = 0; from < sequence.length; from++) {
    let hash = SEED;
    for (let size = 0; size < LONGEST && from + size < sequence.length; size++) {
      const name = sequence[from + size] ?? '';
      hash = hashText(hash, name);
      // A blank alone says nothing.
      if (size === 0 && name === BLANK) continue;
      const bucket = bucketOf(hash);
      if (seen.addNew(bucket)) sink.add(bucket);
    }
  }
};
