import type { KnownWord } from './known-words.js';
import { LANGUAGES, languagePlace } from './languages.js';

const MOST_WORDS = 60;

/** A word of one language alone. Can be shared out evenly among up to ten, so that sums are exact. */
export const ONE_WORD = 2520;

/** How many telling words of each language a text has, a word shared by n languages counting 1/n, in parts of ONE_WORD. */
export class Told {
  private readonly points = new Int32Array(LANGUAGES.length);
  /** the most points, and the next */
  first = 0;
  second = 0;
  /** the language with the most; of several the first by code */
  code = '';

  /** Looks at the first sixty words, for the languages enabled (a bit each). */
  constructor(words: readonly (KnownWord | undefined)[], enabled: number) {
    const { points } = this;
    const count = Math.min(words.length, MOST_WORDS);
    let any = 0;
    for (let at = 0; at < count; at++) {
      const telling = (words[at]?.telling ?? 0) & enabled;
      if (telling === 0) continue;
      any |= telling;
      const share = ONE_WORD / bits(telling);
      for (let left = telling; left !== 0; left &= left - 1) {
        const language = 31 - Math.clz32(left & -left);
        points[language] = (points[language] ?? 0) + share;
      }
    }
    for (let left = any; left !== 0; left &= left - 1) {
      const language = 31 - Math.clz32(left & -left);
      const own = points[language] ?? 0;
      const code = LANGUAGES[language]?.code ?? '';
      if (own > this.first || (own === this.first && code < this.code)) {
        this.second = this.first;
        this.first = own;
        this.code = code;
      } else if (own > this.second) this.second = own;
    }
  }

  /** The points of a language, a word counting 1. */
  of(code: string): number {
    return (this.points[languagePlace(code)] ?? 0) / ONE_WORD;
  }
}

const bits = (set: number): number => {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
};
