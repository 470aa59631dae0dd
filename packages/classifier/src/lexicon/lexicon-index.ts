import { StemBeginnings } from '../words/stem-beginnings.js';
import { wordKeys } from '../words/word-keys.js';
import { SLOTS, type Term } from './compile-lexicon.js';
import { type LookUp, NOTHING } from './look-up.js';
import { LookUpTable } from './look-up-table.js';
import { EMPTY, type PackedLexicon } from './packed-lexicon.js';
import type { FindPatterns } from './pattern-hits.js';
import { groupTerms, type TermGroup } from './term-group.js';
import { Vocabulary } from './vocabulary.js';
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
const STEMMED = ['eng', 'fra'] as const;

/**
 * Reads lexicons together, by word, so that a text is matched in time linear in its length whatever the number of terms.
 * @param vocabulary of several indexes that share lexicons
 */
export const buildLexiconIndex = (
  lexicons: readonly PackedLexicon[],
  vocabulary: Vocabulary = new Vocabulary(),
): LexiconIndex => {
  for (const lexicon of lexicons) vocabulary.add(lexicon);
  const { numberOf } = vocabulary;
  const stems = STEMMED.filter((language) => lexicons.some((lexicon) => lexicon.language === language)).map(
    (language) => ({
      language,
      beginnings: new StemBeginnings(lexicons.flatMap(({ parts }) => parts.stemLetters[language])),
    }),
  );
  const wholeWords = lexicons.some(({ language }) => matchesWholeWords(language));
  const keysOf = (form: string, elongated: boolean): string[] => {
    const keys = wordKeys(form, elongated, stems);
    return wholeWords ? [...keys, wholeWordKey(form)] : keys;
  };
  const found = (form: string, elongated: boolean): LookUp => {
    const keys: number[] = [];
    const marks = new Set<number>();
    const terms = new Set<Term>();
    for (const each of keysOf(form, elongated)) {
      const key = vocabulary.seek(each);
      if (!key) continue;
      let known = false;
      for (const lexicon of lexicons) {
        const begun = lexicon.seek(key.hash, key.check);
        if (begun === EMPTY) continue;
        known = true;
        for (const mark of lexicon.marks(begun)) marks.add(mark);
        for (const term of lexicon.begunBy(begun, numberOf)) terms.add(term);
      }
      if (known) keys.push(numberOf(key.hash, key.check));
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
      const terms = lexicons.flatMap((lexicon) => lexicon.begunBySlot(slot, numberOf));
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
