import { FormCache } from '../words/form-cache.js';
import type { StemLanguage } from '../words/stem.js';
import { wordKeys } from '../words/word-keys.js';
import type { Piece, Slot, Term } from './compile-lexicon.js';
import type { FindPatterns } from './pattern-hits.js';
import { groupTerms, NO_TERMS, type TermGroup } from './term-group.js';
import { matchesWholeWords, wholeWordKey } from './whole-words.js';

/** What one word form finds: terms that it is, phrases that it begins, patterns that it begins. */
export interface LookUp {
  keys: readonly string[];
  /** marks of the pieces that it can stand for */
  marks: readonly number[];
  singles: readonly Term[];
  phrases: TermGroup;
  patterns: TermGroup;
}

export interface LexiconIndex {
  lookUp(form: string, elongated: boolean): LookUp;
  /** patterns that begin with a slot */
  bySlot: ReadonlyMap<Slot, TermGroup>;
  /** present where a lexicon has expressions over characters: only those of users do */
  findPatterns?: FindPatterns | undefined;
}

/** Word forms whose look-up is remembered, in each index. */
const MOST_REMEMBERED = 20_000;
const NONE: readonly Term[] = [];
export const NOTHING: LookUp = { keys: [], marks: [], singles: NONE, phrases: NO_TERMS, patterns: NO_TERMS };

/**
 * Puts compiled lexicons into hash tables by word, so that a text is matched in time linear in its length whatever the
 * number of terms.
 */
export const buildLexiconIndex = (lexicons: readonly (readonly Term[])[]): LexiconIndex => {
  const singles = new Map<string, Term[]>();
  const phrases = new Map<string, Term[]>();
  const patterns = new Map<string, Term[]>();
  const begunBySlot = new Map<Slot, Term[]>();
  const put = <K>(map: Map<K, Term[]>, key: K, term: Term): void => {
    const list = map.get(key);
    if (list) list.push(term);
    else map.set(key, [term]);
  };
  const vocabulary = new Map<string, number[]>();
  // The same word stands in many terms as one piece; it is gone through once.
  const seen = new Set<Piece>();
  for (const term of lexicons.flat()) {
    for (const piece of term.pieces) {
      if (piece.type !== 'word' || seen.has(piece)) continue;
      seen.add(piece);
      for (const key of piece.keys) {
        const marks = vocabulary.get(key);
        if (marks) marks.push(piece.mark);
        else vocabulary.set(key, [piece.mark]);
      }
    }
    const [first] = term.pieces;
    if (first?.type === 'slot') put(begunBySlot, first.slot, term);
    else if (first?.type === 'word') {
      const map = term.slots !== 0 ? patterns : term.pieces.length === 1 ? singles : phrases;
      for (const key of first.keys) put(map, key, term);
    }
  }
  const stemLanguages = [...new Set(lexicons.flatMap(([term]) => (term ? [term.language] : [])))].filter(
    (language): language is StemLanguage => language === 'eng' || language === 'fra',
  );
  const wholeWords = lexicons.some(([term]) => term && matchesWholeWords(term.language));
  const keysOf = (form: string, elongated: boolean): string[] => {
    const keys = wordKeys(form, elongated, stemLanguages);
    return wholeWords ? [...keys, wholeWordKey(form)] : keys;
  };
  const plain = new FormCache<LookUp>(MOST_REMEMBERED);
  const stretched = new FormCache<LookUp>(MOST_REMEMBERED);
  return {
    bySlot: new Map([...begunBySlot].map(([slot, terms]) => [slot, groupTerms(terms)])),
    lookUp: (form, elongated) => {
      const remembered = elongated ? stretched : plain;
      const known = remembered.get(form);
      if (known) return known;
      // Most words of most texts are in no term at all; they share one empty answer.
      const keys = keysOf(form, elongated).filter((key) => vocabulary.has(key));
      const all = (map: Map<string, Term[]>): readonly Term[] => {
        const found = new Set<Term>();
        for (const key of keys) for (const term of map.get(key) ?? NONE) found.add(term);
        return found.size === 0 ? NONE : [...found];
      };
      const result: LookUp =
        keys.length === 0
          ? NOTHING
          : {
              keys,
              marks: [...new Set(keys.flatMap((key) => vocabulary.get(key) ?? []))],
              singles: all(singles),
              phrases: groupTerms(all(phrases)),
              patterns: groupTerms(all(patterns)),
            };
      remembered.set(form, result);
      return result;
    },
  };
};
