import { arabiziOfListed, eachArabiziWord } from './arabizi.js';
import { eachTellingWord } from './telling-words.js';

/** What the lists know of a lower-case word. */
export interface KnownWord {
  /** the languages it tells of, a bit each (language/languages.ts) */
  readonly telling: number;
  /** what it says of Arabic in Latin letters (language/arabizi.ts), 0 where it is in no such list */
  readonly arabizi: number;
}

let byWord: Map<string, KnownWord> | undefined;
/** Longer words are in no list. */
let longest = 0;

const build = (): Map<string, KnownWord> => {
  const telling = new Map<string, number>();
  const dialects = new Map<string, number>();
  eachTellingWord((word, language) => telling.set(word, (telling.get(word) ?? 0) | language));
  eachArabiziWord((word, dialect) => dialects.set(word, (dialects.get(word) ?? 0) | dialect));
  const all = new Map<string, KnownWord>();
  for (const word of [...telling.keys(), ...dialects.keys()]) {
    longest = Math.max(longest, word.length);
    const own = dialects.get(word);
    all.set(word, { telling: telling.get(word) ?? 0, arabizi: own ? arabiziOfListed(word, own) : 0 });
  }
  return all;
};

/** What the lists know of each of these words; the two lists are asked at once, as to ask is what costs. */
export const knownWords = (words: readonly string[]): (KnownWord | undefined)[] => {
  byWord ??= build();
  const known: (KnownWord | undefined)[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    known.push(word.length > longest ? undefined : byWord.get(word));
  }
  return known;
};
