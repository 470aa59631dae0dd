import type { LanguageGuess } from '@marsad/records';
import { compileLexicon, type Term } from './compile-lexicon.js';
import { buildLexiconIndex, type LexiconIndex } from './lexicon-index.js';
import { loadLexicons } from './load-lexicons.js';

/** Read on every text: people mix these into the other languages. */
const ALWAYS = ['ara', 'ary-Latn'];
/** Read when the language has no lexicon of its own, or is unsure. */
const MIXED = ['eng', 'fra'];
const SURE = 0.8;

/**
 * Loads and compiles the lexicons, and gives for the language of a text the index of those to be read on it. A text
 * surely in one language is not read with the small words of another.
 * @throws InputError `bad-lexicon`
 */
export const openLexicons = (): ((guess: LanguageGuess) => LexiconIndex) => {
  const files = new Map(loadLexicons().map((file) => [file.language, file]));
  const compiled = new Map<string, readonly Term[]>();
  const termsOf = (language: string): readonly Term[] => {
    const file = files.get(language);
    const terms = compiled.get(language) ?? (file ? compileLexicon(file) : []);
    compiled.set(language, terms);
    return terms;
  };
  const indexes = new Map<string, LexiconIndex>();
  return ({ code, confidence }) => {
    const own = files.has(code) && !ALWAYS.includes(code) && (confidence >= SURE || !MIXED.includes(code));
    const key = own ? code : '';
    let index = indexes.get(key);
    if (!index) {
      index = buildLexiconIndex([...ALWAYS, ...(own ? [code] : MIXED)].map(termsOf));
      indexes.set(key, index);
    }
    return index;
  };
};
