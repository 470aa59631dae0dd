import { shortened, shortenedKey } from '../words/misspellings.js';
import { StemBeginnings } from '../words/stem-beginnings.js';
import { STEM_KEYS } from '../words/word-keys.js';
import { compileLexicon, isFoundShortened, type Piece, SLOTS, type Term } from './compile-lexicon.js';
import type { LexiconFile } from './entry-schema.js';
import { EMPTY, FLAGS, HEAD, PackedLexicon, PIECE, type StemLetters } from './packed-lexicon.js';
import { TextHash } from './text-hash.js';

const text = new TextHash();

/** The keys of a table stand no closer than this, so that most are found where they are looked for first. */
const ROOM = 2;

const keyTable = (keys: ReadonlyMap<string, number>): Int32Array => {
  let places = 2;
  while (places < ROOM * keys.size) places *= 2;
  const table = new Int32Array(3 * places);
  for (const [key, at] of keys) {
    text.take(key);
    let place = PackedLexicon.placeOf(text.hash, places);
    while (table[3 * place + 2] !== EMPTY) place = (place + 1) & (places - 1);
    table.set([text.hash, text.check, at], 3 * place);
  }
  return table;
};

const packedPiece = (piece: Piece<string>): number[] => {
  if (piece.type === 'gap') return [PIECE.gap];
  if (piece.type === 'slot') return [PIECE.slot, piece.number];
  const keys = [...piece.keys].flatMap((key) => {
    text.take(key);
    return [text.hash, text.check];
  });
  return [PIECE.word, piece.mark, piece.optional ? 1 : 0, piece.keys.size, ...keys];
};

/** The words that a term of one word is. */
const wordsOf = ({ pieces: [first] }: Term<string>): string[] =>
  first?.type === 'word' ? [...first.keys].filter((key) => !key.includes(':')) : [];

/** What a word, by one of its keys, is to a lexicon: the pieces it can stand for, by their marks, and terms it begins. */
interface Begun {
  marks: number[];
  terms: number[];
}

/** The numbers of a packed lexicon, as they are gathered. */
class Numbers {
  readonly all: number[] = new Array(HEAD.length).fill(0);

  /** @returns where they begin */
  add(numbers: Iterable<number>): number {
    const at = this.all.length;
    for (const number of numbers) this.all.push(number);
    return at;
  }

  /** Adds lists, each before where they begin. @returns where the list of beginnings begins */
  addLists(lists: readonly (readonly number[])[]): number {
    const beginnings = lists.map((list) => this.add(list));
    return this.add(beginnings);
  }
}

const stemLetters = (keys: Iterable<string>): StemLetters => {
  const letters = { eng: new Set<string>(), fra: new Set<string>() };
  for (const key of keys) {
    for (const language of ['eng', 'fra'] as const) {
      if (key.startsWith(STEM_KEYS[language])) {
        letters[language].add(StemBeginnings.lettersOf(key.slice(STEM_KEYS[language].length)));
      }
    }
  }
  return { eng: [...letters.eng].sort(), fra: [...letters.fra].sort() };
};

/**
 * Compiles a lexicon and lays its terms out in numbers, which are written and read as they are and of which a thread
 * makes objects only for the terms that its texts begin.
 * @throws RangeError for a term that cannot be compiled
 */
export const packLexicon = (file: LexiconFile): PackedLexicon => {
  const terms: readonly Term<string>[] = compileLexicon(file);
  const patterns = file.entries.filter((entry) => entry.kind === 'pattern');
  const entries = file.entries.filter((entry) => entry.kind !== 'pattern');
  const entryAt = new Map(entries.map((entry, at) => [entry, at]));
  const pieceAt = new Map<Piece<string>, number>();
  const begun = new Map<string, Begun>();
  const ofKey = (key: string): Begun => {
    const known = begun.get(key) ?? { marks: [], terms: [] };
    begun.set(key, known);
    return known;
  };
  const bySlot: number[][] = SLOTS.map(() => []);
  const packedTerms = terms.map((term, number) => {
    for (const piece of term.pieces) {
      // The same word stands in many terms as one piece.
      if (pieceAt.has(piece)) continue;
      pieceAt.set(piece, pieceAt.size);
      if (piece.type === 'word') for (const key of piece.keys) ofKey(key).marks.push(piece.mark);
    }
    const [first] = term.pieces;
    if (first?.type === 'slot') bySlot[first.number]?.push(number);
    else if (first?.type === 'word') for (const key of first.keys) ofKey(key).terms.push(number);
    if (isFoundShortened(term)) {
      for (const form of wordsOf(term).flatMap(shortened)) ofKey(shortenedKey(form)).terms.push(number);
    }
    return [
      entryAt.get(term.entry) ?? 0,
      (term.hasGap ? FLAGS.hasGap : 0) | (term.negates ? FLAGS.negates : 0),
      term.slots,
      term.needs.length,
      ...term.needs,
      term.pieces.length,
      ...term.pieces.map((piece) => pieceAt.get(piece) ?? 0),
    ];
  });
  const numbers = new Numbers();
  const keys = new Map<string, number>();
  for (const [key, { marks, terms: own }] of begun) {
    keys.set(key, numbers.add([marks.length, ...marks, own.length, ...own]));
  }
  const { all } = numbers;
  all[HEAD.indexOf('terms')] = numbers.addLists(packedTerms);
  all[HEAD.indexOf('pieces')] = numbers.addLists([...pieceAt.keys()].map(packedPiece));
  all[HEAD.indexOf('bySlot')] = numbers.addLists(bySlot.map((own) => [own.length, ...own]));
  const table = keyTable(keys);
  all[HEAD.indexOf('places')] = table.length / 3;
  all[HEAD.indexOf('keys')] = numbers.add(table);
  const parts = { entries, patterns, stemLetters: stemLetters(begun.keys()) };
  return new PackedLexicon(file.language, parts, Int32Array.from(all));
};
