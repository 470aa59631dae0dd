import type { StemLanguage } from '../words/stem.js';
import { StemBeginnings } from '../words/stem-beginnings.js';
import { STEM_KEYS, wordKeys } from '../words/word-keys.js';
import { SLOTS, type Term } from './compile-lexicon.js';
import { type LookUp, NOTHING } from './look-up.js';
import { LookUpTable } from './look-up-table.js';
import type { FindPatterns } from './pattern-hits.js';
import { groupTerms, type TermGroup } from './term-group.js';
import { ofLexicon, Vocabulary } from './vocabulary.js';
import { matchesWholeWords, wholeWordKey } from './whole-words.js';

export interface LexiconIndex {
  lookUp(form: string, elongated: boolean): LookUp;
  /** patterns that begin with a slot, by its number */
  bySlot: readonly (TermGroup | undefined)[];
  /** present where a lexicon has expressions over characters: only those of users do */
  findPatterns?: FindPatterns | undefined;
}

/** Word forms whose look-up is remembered, in each index. */
const PLACES = 1 << 16;
const PLACES_FOR_STRETCHED = 1 << 10;
const NONE: readonly Term[] = [];

/**
 * Puts compiled lexicons into hash tables by word, so that a text is matched in time linear in its length whatever the
 * number of terms.
 * @param vocabulary of several indexes that share lexicons
 */
export const buildLexiconIndex = (
  lexicons: readonly (readonly Term[])[],
  vocabulary: Vocabulary = new Vocabulary(),
): LexiconIndex => {
  for (const terms of lexicons) vocabulary.add(terms);
  const stems = [...new Set(lexicons.flatMap(([term]) => (term ? [term.language] : [])))]
    .filter((language): language is StemLanguage => language === 'eng' || language === 'fra')
    .map((language) => ({ language, beginnings: new StemBeginnings(vocabulary.keysAfter(STEM_KEYS[language])) }));
  const wholeWords = lexicons.some(([term]) => term && matchesWholeWords(term.language));
  const keysOf = (form: string, elongated: boolean): string[] => {
    const keys = wordKeys(form, elongated, stems);
    return wholeWords ? [...keys, wholeWordKey(form)] : keys;
  };
  const found = (form: string, elongated: boolean): LookUp => {
    const all = keysOf(form, elongated);
    // Most words that are met for the first time are in no lexicon; nothing is made for them.
    if (!all.some((key) => vocabulary.get(key) !== undefined)) return NOTHING;
    const keys: string[] = [];
    const marks = new Set<number>();
    const terms = new Set<Term>();
    for (const key of all) {
      const begun = vocabulary.get(key);
      if (!begun) continue;
      let known = false;
      for (const lexicon of lexicons) {
        const own = ofLexicon(begun, lexicon);
        if (!own) continue;
        known = true;
        for (const mark of own.marks) marks.add(mark);
        for (const term of own.terms ?? NONE) terms.add(term);
      }
      if (known) keys.push(key);
    }
    // Most words of most texts are in no term at all; they share one empty answer.
    if (keys.length === 0) return NOTHING;
    const begun = [...terms];
    return {
      keys,
      marks: [...marks],
      singles: begun.filter(({ slots, pieces }) => slots === 0 && pieces.length === 1),
      phrases: groupTerms(begun.filter(({ slots, pieces }) => slots === 0 && pieces.length > 1)),
      patterns: groupTerms(begun.filter(({ slots }) => slots !== 0)),
    };
  };
  const plain = new LookUpTable(PLACES);
  const stretched = new LookUpTable(PLACES_FOR_STRETCHED);
  return {
    bySlot: Array.from({ length: SLOTS.length }, (_, slot) => {
      const terms = lexicons.flatMap((lexicon) => vocabulary.begunBySlot(lexicon, slot));
      return terms.length === 0 ? undefined : groupTerms(terms);
    }),
    lookUp: (form, elongated) => {
      const table = elongated ? stretched : plain;
      const known = table.get(form);
      if (known) return known;
      const result = found(form, elongated);
      table.keep(form, result);
      return result;
    },
  };
};
