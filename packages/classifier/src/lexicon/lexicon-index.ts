import { normaliseText } from '../normalise/normalise-text.js';
import { splitWords } from '../words/split-words.js';
import type { StemLanguage } from '../words/stem.js';
import { termWordKeys, wordKeys } from '../words/word-keys.js';
import type { Cue, Entry, LexiconFile } from './entry-schema.js';
import { CHOICE, expandTerm } from './expand-term.js';

/** What a slot in a pattern may be filled with. */
export type Slot = 'group' | 'camp' | 'movement' | Cue;

/** One piece of a phrase: a word by its keys (any one of them), a slot, or a gap of up to three words. */
export type Piece =
  | { type: 'word'; keys: readonly string[]; optional: boolean }
  | { type: 'slot'; slot: Slot }
  | { type: 'gap' };

export interface Term {
  entry: Entry;
  /** of the lexicon file */
  language: string;
  pieces: readonly Piece[];
  hasGap: boolean;
}

/** What one word form finds: terms that it is, phrases that it begins, patterns that it begins. */
export interface LookUp {
  keys: readonly string[];
  singles: readonly Term[];
  phrases: readonly Term[];
  patterns: readonly Term[];
}

export interface LexiconIndex {
  lookUp(form: string, elongated: boolean): LookUp;
  /** patterns that begin with a slot */
  bySlot: ReadonlyMap<Slot, readonly Term[]>;
}

const SLOTS: readonly Slot[] = [
  'group',
  'camp',
  'movement',
  'negation',
  'norm',
  'copula',
  'they',
  'we',
  'you',
  'all',
  'like',
];
const slotOf = (name: string): Slot => {
  const slot = SLOTS.find((known) => known === name);
  if (!slot) throw new RangeError(`lexicon slot: expected one of ${SLOTS.join(', ')}, got ${name}`);
  return slot;
};

const piecesOf = (term: string, language: string): Piece[] =>
  term.split(' ').flatMap((part): Piece[] => {
    if (part === '…') return [{ type: 'gap' }];
    if (part.startsWith(CHOICE.open)) {
      const choices = part.slice(1, -1).split('|');
      const words = choices.flatMap((choice) => splitWords(normaliseText(choice), choice));
      const keys = words.flatMap((word) => termWordKeys(word.form, language));
      return [{ type: 'word', keys, optional: choices.includes('') }];
    }
    if (part.startsWith('{')) return [{ type: 'slot', slot: slotOf(part.slice(1, -1)) }];
    const sign = part.startsWith('~') || part.startsWith('=') ? part.charAt(0) : '';
    const bare = part.slice(sign.length);
    // A part may hold several words once it is split as texts are («l'islam», «anti-muslim»).
    return splitWords(normaliseText(bare), bare).map((word) => ({
      type: 'word',
      keys: termWordKeys(sign + word.form, language),
      optional: false,
    }));
  });

/** Most word forms whose look-up is remembered; past it, memory is emptied, so that it stays flat. */
const MOST_REMEMBERED = 60_000;
const NONE: readonly Term[] = [];

/**
 * Compiles lexicons into hash tables by word, so that a text is matched in time linear in its length whatever the
 * number of terms.
 */
export const buildLexiconIndex = (lexicons: readonly LexiconFile[]): LexiconIndex => {
  const singles = new Map<string, Term[]>();
  const phrases = new Map<string, Term[]>();
  const patterns = new Map<string, Term[]>();
  const bySlot = new Map<Slot, Term[]>();
  const put = <K>(map: Map<K, Term[]>, key: K, term: Term): void => {
    const list = map.get(key);
    if (list) list.push(term);
    else map.set(key, [term]);
  };
  for (const { language, entries } of lexicons) {
    for (const entry of entries) {
      for (const written of entry.terms.flatMap(expandTerm)) {
        const pieces = piecesOf(written, language);
        const term: Term = { entry, language, pieces, hasGap: pieces.some((piece) => piece.type === 'gap') };
        const [first] = pieces;
        if (!first || first.type === 'gap') {
          throw new RangeError(`lexicon term ${JSON.stringify(written)}: expected it to begin with a word or a slot`);
        }
        if (first.type === 'slot') put(bySlot, first.slot, term);
        else {
          const hasSlot = pieces.some((piece) => piece.type === 'slot');
          const map = hasSlot ? patterns : pieces.length === 1 ? singles : phrases;
          for (const key of first.keys) put(map, key, term);
        }
      }
    }
  }
  const stemLanguages = [...new Set(lexicons.map(({ language }) => language))].filter(
    (language): language is StemLanguage => language === 'eng' || language === 'fra',
  );
  const remembered = new Map<string, LookUp>();
  return {
    bySlot,
    lookUp: (form, elongated) => {
      const memory = elongated ? `${form}+` : form;
      const known = remembered.get(memory);
      if (known) return known;
      const keys = wordKeys(form, elongated, stemLanguages);
      const all = (map: Map<string, Term[]>): readonly Term[] => {
        const found = new Set<Term>();
        for (const key of keys) for (const term of map.get(key) ?? NONE) found.add(term);
        return found.size === 0 ? NONE : [...found];
      };
      const result: LookUp = { keys, singles: all(singles), phrases: all(phrases), patterns: all(patterns) };
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(memory, result);
      return result;
    },
  };
};
