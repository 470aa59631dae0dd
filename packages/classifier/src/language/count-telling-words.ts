import type { KnownWord } from './known-words.js';
import { LANGUAGES } from './languages.js';

const MOST_WORDS = 60;

/** A word of one language alone. Can be shared out evenly among up to ten, so that sums are exact. */
export const ONE_WORD = 2520;

/** The telling words of a text by language, a word shared by n languages counting 1/n, in parts of ONE_WORD. */
export interface Told {
  /** by the place of the language in LANGUAGES; holds until the next text */
  points: Int32Array;
  /** the most points, and the next */
  first: number;
  second: number;
  /** the language with the most; of several the first by code */
  code: string;
}

const points = new Int32Array(LANGUAGES.length);

const bits = (set: number): number => {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
};

/**
 * Counts the telling words among the first sixty.
 * @param known what the lists know of each word
 * @param enabled languages that count, a bit each
 */
export const countTellingWords = (known: readonly (KnownWord | undefined)[], enabled: number): Told => {
  points.fill(0);
  const count = Math.min(known.length, MOST_WORDS);
  let any = 0;
  for (let at = 0; at < count; at++) {
    const telling = (known[at]?.telling ?? 0) & enabled;
    if (telling === 0) continue;
    any |= telling;
    const share = ONE_WORD / bits(telling);
    for (let left = telling; left !== 0; left &= left - 1) {
      const language = 31 - Math.clz32(left & -left);
      points[language] = (points[language] ?? 0) + share;
    }
  }
  const told: Told = { points, first: 0, second: 0, code: '' };
  for (let left = any; left !== 0; left &= left - 1) {
    const language = 31 - Math.clz32(left & -left);
    const own = points[language] ?? 0;
    const code = LANGUAGES[language]?.code ?? '';
    if (own > told.first || (own === told.first && code < told.code)) {
      told.second = told.first;
      told.first = own;
      told.code = code;
    } else if (own > told.second) told.second = own;
  }
  return told;
};
