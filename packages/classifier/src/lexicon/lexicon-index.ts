import { shortenedKey, unswapped } from '../words/misspellings.js';
import { StemBeginnings } from '../words/stem-beginnings.js';
import { wordKeys } from '../words/word-keys.js';
import { isFoundSwapped, SLOTS, type Term } from './compile-lexicon.js';
import { type LookUp, NOTHING } from './look-up.js';
import { LookUpTable } from './look-up-table.js';
import { EMPTY, type PackedLexicon } from './packed-lexicon.js';
import type { FindPatterns } from './pattern-hits.js';
import { SeenForms } from './seen-forms.js';
import { smallWordsOf } from './small-words.js';
import { groupTerms, type TermGroup } from './term-group.js';
import { FNV_SEED, hashOn } from './text-hash.js';
import { trimmed } from './trimmed.js';
import { Vocabulary } from './vocabulary.js';
import { matchesWholeWords, wholeWordKey } from './whole-words.js';

export interface LexiconIndex {
  lookUp(form: string, elongated: boolean): LookUp;
  /**
   * Where the words end that a text may be cut into, of those that begin at a place: words of terms, and small ones.
   * @param most where they end at the latest
   */
  wordsAt(text: string, from: number, most: number): number[];
  /** small words of the languages read: articles, pronouns, prepositions */
  smallWords: ReadonlySet<string>;
  /** forms that are not to be cut into words (cut-joined.ts) */
  uncut: SeenForms;
  /** patterns that begin with a slot, by its number */
  bySlot: readonly (TermGroup | undefined)[];
  /** present where a lexicon has expressions over characters: only those of users do */
  findPatterns?: FindPatterns | undefined;
}

/** Word forms whose look-up is remembered, in each index. Twice as many are waited for longer than they save. */
const PLACES = 1 << 15;
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
  const smallWords = smallWordsOf(lexicons.map(({ language }) => language));
  vocabulary.addWords(smallWords);
  const isWord = (word: string): boolean => {
    // Letters stand in terms, and everywhere.
    if (smallWords.has(word) || word.length === 1) return smallWords.has(word);
    const key = vocabulary.seek(word);
    return key !== undefined && lexicons.some((lexicon) => lexicon.seek(key.hash, key.check) !== EMPTY);
  };
  /** What the lexicons have under some keys. */
  const under = (all: readonly string[]): { keys: number[]; marks: Set<number>; terms: Set<Term> } => {
    const keys: number[] = [];
    const marks = new Set<number>();
    const terms = new Set<Term>();
    for (const each of all) {
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
    return { keys, marks, terms };
  };
  const found = (form: string, elongated: boolean): LookUp => {
    const { keys, marks, terms } = under(keysOf(form, elongated));
    if (keys.length === 0) return misspelt(form);
    const begun = [...terms];
    return {
      keys: trimmed(keys),
      marks: trimmed([...marks]),
      singles: trimmed(begun.filter(({ slots, pieces }) => slots === 0 && pieces.length === 1)),
      phrases: groupTerms(begun.filter(({ slots, pieces }) => slots === 0 && pieces.length > 1)),
      patterns: groupTerms(begun.filter(({ slots }) => slots !== 0)),
    };
  };
  const misspelt = (form: string): LookUp => {
    const { keys, marks, terms } = under([shortenedKey(form), ...unswapped(form)]);
    const singles = [...terms].filter(isFoundSwapped);
    // Most words of most texts are in no term at all; they share one empty answer.
    return singles.length === 0
      ? NOTHING
      : { ...NOTHING, keys: trimmed(keys), marks: trimmed([...marks]), singles: trimmed(singles) };
  };
  const plain = new LookUpTable(PLACES);
  const stretched = new LookUpTable(PLACES_FOR_STRETCHED);
  return {
    smallWords,
    uncut: new SeenForms(),
    wordsAt: (text, from, most) => {
      const ends: number[] = [];
      let hash = FNV_SEED;
      for (let to = from; to < most; to++) {
        hash = hashOn(hash, text.charCodeAt(to));
        if (vocabulary.may(hash) && isWord(text.slice(from, to + 1))) ends.push(to + 1);
      }
      return ends;
    },
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
