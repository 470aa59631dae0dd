import { normaliseText } from '../normalise/normalise-text.js';
import { splitWords } from '../words/split-words.js';
import { termWordKeys } from '../words/word-keys.js';
import type { Cue, Entry, LexiconFile } from './entry-schema.js';
import { CHOICE, expandTerm } from './expand-term.js';
import { markOf } from './piece-marks.js';
import { matchesWholeWords, wholeWordKey } from './whole-words.js';

/** What a slot in a pattern may be filled with. */
export type Slot = 'group' | 'camp' | 'movement' | Cue;

/**
 * One piece of a phrase: a word by its keys (any one of them), a slot by its number, or a gap of up to three words. Keys
 * are written while a lexicon is compiled, and small numbers when texts are read.
 */
export type Piece<Key = number> =
  | { type: 'word'; keys: ReadonlySet<Key>; mark: number; optional: boolean }
  | { type: 'slot'; number: number }
  | { type: 'gap' };

export interface Term<Key = number> {
  entry: Entry;
  /** of the lexicon file */
  language: string;
  pieces: readonly Piece<Key>[];
  hasGap: boolean;
  /** the slots among the pieces, a bit each: a text without one of them cannot hold the term */
  slots: number;
  /** the marks of the words after the first that it cannot do without */
  needs: readonly number[];
  /** a negation is among its own words («not welcome»): another one around it does not turn it round */
  negates: boolean;
}

/** Kinds whose single words are found with letters swapped: what a sentence is about, and what is hostile in it. */
const FOUND_SWAPPED: ReadonlySet<Entry['kind']> = new Set(['group', 'slur', 'attribute', 'profanity']);
/** Of these, whose words are found with a letter left out too; the others would meet too many ordinary words. */
const FOUND_SHORTENED: ReadonlySet<Entry['kind']> = new Set(['group', 'slur']);

/** Whether a term is found with two letters of its word swapped. */
export const isFoundSwapped = ({ entry, pieces }: Term): boolean =>
  pieces.length === 1 && FOUND_SWAPPED.has(entry.kind);

/** Whether a term is found with a letter of its word left out. */
export const isFoundShortened = ({ entry, pieces }: Term<string>): boolean =>
  pieces.length === 1 && FOUND_SHORTENED.has(entry.kind);

/** The slots that patterns may have; the place of each is its number. */
export const SLOTS: readonly Slot[] = [
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
const NUMBERS: ReadonlyMap<string, number> = new Map(SLOTS.map((slot, number) => [slot, number]));
/** The number of a slot; -1 for a cue that no pattern has a slot for. */
export const slotNumber = (slot: Slot): number => NUMBERS.get(slot) ?? -1;
/** The bit of a slot, by its number, in a set of slots. */
export const slotBit = (number: number): number => 1 << number;

const slotOf = (name: string): Slot => {
  const slot = SLOTS.find((known) => known === name);
  if (!slot) throw new RangeError(`lexicon slot: expected one of ${SLOTS.join(', ')}, got ${name}`);
  return slot;
};

const keysOf = (word: string, language: string): string[] =>
  matchesWholeWords(language) ? [wholeWordKey(word.replace(/^[~=]/, ''))] : termWordKeys(word, language);

/** Folded words of negation that phrases are made with. */
const NEGATIONS = new Set(
  'not no never nobody dont doesnt wont cant shouldnt wouldnt arent isnt n ne pas plus jamais rien personne aucun aucune لا ما ليس ليسوا ماشي مش ممنوع ma machi nicht kein keine keinen keiner keinem nie niemand nichts nix non mai nessun nessuno nessuna niente nulla nunca nadie ningun ninguno ninguna nada não nao ninguem nenhum nenhuma nem نهيں نه مت nahi nahin nahein mat nuk mos не нема'.split(
    ' ',
  ),
);

const isNegation = (keys: ReadonlySet<string>): boolean =>
  [...keys].some((key) => NEGATIONS.has(key.charAt(1) === ':' ? key.slice(2) : key));

/** A piece as it is compiled. */
interface Compiled {
  piece: Piece<string>;
  negates: boolean;
}

const wordPiece = (keys: ReadonlySet<string>, optional: boolean): Compiled => ({
  piece: { type: 'word', keys, mark: markOf(keys), optional },
  negates: isNegation(keys),
});

const piecesOfPart = (part: string, language: string): readonly Compiled[] => {
  if (part === '…') return [{ piece: { type: 'gap' }, negates: false }];
  if (part.startsWith(CHOICE.open)) {
    const choices = part.slice(1, -1).split('|');
    const words = choices.flatMap((choice) => splitWords(normaliseText(choice), choice));
    const keys = new Set(words.flatMap((word) => keysOf(word.form, language)));
    return [wordPiece(keys, choices.includes(''))];
  }
  if (part.startsWith('{')) {
    return [{ piece: { type: 'slot', number: slotNumber(slotOf(part.slice(1, -1))) }, negates: false }];
  }
  const sign = part.startsWith('~') || part.startsWith('=') ? part.charAt(0) : '';
  const bare = part.slice(sign.length);
  // A part may hold several words once it is split as texts are («l'islam», «anti-muslim»).
  return splitWords(normaliseText(bare), bare).map((word): Compiled => {
    const keys = new Set(keysOf(sign + word.form, language));
    return wordPiece(keys, false);
  });
};

/**
 * Compiles a lexicon into terms, every bracket written out.
 * @throws RangeError for a term that begins with a gap, has an unknown slot or too many forms
 */
export const compileLexicon = ({ language, entries }: LexiconFile): Term<string>[] => {
  // The same words and choices stand in many terms.
  const known = new Map<string, readonly Compiled[]>();
  const piecesOf = (part: string): readonly Compiled[] => {
    const before = known.get(part);
    if (before) return before;
    const pieces = piecesOfPart(part, language);
    known.set(part, pieces);
    return pieces;
  };
  const terms: Term<string>[] = [];
  for (const entry of entries) {
    if (entry.kind === 'pattern') continue;
    for (const term of entry.terms) {
      for (const written of expandTerm(term)) terms.push(termOf(written, entry, language, piecesOf));
    }
  }
  return terms;
};

const termOf = (
  written: string,
  entry: Entry,
  language: string,
  piecesOf: (part: string) => readonly Compiled[],
): Term<string> => {
  const pieces: Piece<string>[] = [];
  const needs: number[] = [];
  let hasGap = false;
  let slots = 0;
  let negates = false;
  for (const part of written.split(' ')) {
    for (const { piece, negates: ofPiece } of piecesOf(part)) {
      if (piece.type === 'gap') hasGap = true;
      else if (piece.type === 'slot') slots |= slotBit(piece.number);
      else {
        if (ofPiece) negates = true;
        if (pieces.length > 0 && !piece.optional) needs.push(piece.mark);
      }
      pieces.push(piece);
    }
  }
  const [first] = pieces;
  if (!first || first.type === 'gap') {
    throw new RangeError(`lexicon term ${JSON.stringify(written)}: expected it to begin with a word or a slot`);
  }
  return { entry, language, pieces, hasGap, slots, needs, negates };
};
