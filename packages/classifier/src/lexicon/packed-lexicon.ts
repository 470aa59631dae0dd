import type { StemLanguage } from '../words/stem.js';
import type { Piece, Term } from './compile-lexicon.js';
import type { Entry, PatternEntry } from './entry-schema.js';
import { trimmed } from './trimmed.js';

/**
 * How a lexicon lies in numbers (pack-lexicon.ts writes them). In front, where each part begins and how many places the
 * table of keys has. Then of every key what it begins: `marks, …, terms, …`, each list after its length. Of every term
 * its entry, flags, slots, `needs, …`, `pieces, …`; of every piece its type and what that needs; by slot the terms that
 * begin with it; and the table of keys, three numbers a place: both hashes, and where what it begins is written.
 */
export const HEAD = ['places', 'keys', 'terms', 'pieces', 'bySlot'] as const;
export const EMPTY = 0;
export const PIECE = { gap: 0, word: 1, slot: 2 } as const;
export const FLAGS = { hasGap: 1, negates: 2 } as const;

/** By language of the stemmer, the letters that the stems of a lexicon begin with. */
export type StemLetters = Readonly<Record<StemLanguage, readonly string[]>>;

/** Gives keys, by their two hashes, small numbers that are the same in all lexicons that are read together. */
export type NumberOfKey = (hash: number, check: number) => number;

const GAP: Piece = { type: 'gap' };

/** What a lexicon holds beside its terms in numbers. */
export interface LexiconParts {
  /** those with terms */
  entries: readonly Entry[];
  /** expressions over characters */
  patterns: readonly PatternEntry[];
  stemLetters: StemLetters;
}

/** A compiled lexicon, from whose numbers terms are made when a text begins them. */
export class PackedLexicon {
  private readonly terms: (Term | undefined)[] = [];
  private readonly pieces: (Piece | undefined)[] = [];

  constructor(
    readonly language: string,
    readonly parts: LexiconParts,
    readonly numbers: Int32Array,
  ) {}

  /** The first of the places where a key of this hash may stand, of so many (a power of two). */
  static placeOf(hash: number, places: number): number {
    // FNV's low bits are weak.
    return (hash ^ (hash >>> 15)) & (places - 1);
  }

  /** Where is written what a key begins, for the methods that follow; EMPTY for a key that is in no term. */
  seek(hash: number, check: number): number {
    const { numbers } = this;
    const places = this.head('places');
    const table = this.head('keys');
    for (let place = PackedLexicon.placeOf(hash, places); ; place = (place + 1) & (places - 1)) {
      const at = table + 3 * place;
      const begun = this.at(at + 2);
      if (begun === EMPTY || (numbers[at] === hash && numbers[at + 1] === check)) return begun;
    }
  }

  /** The first hashes of all keys. */
  *hashes(): Generator<number> {
    const table = this.head('keys');
    for (let place = 0; place < this.head('places'); place++) {
      if (this.at(table + 3 * place + 2) !== EMPTY) yield this.at(table + 3 * place);
    }
  }

  /** The marks of the pieces that a key can stand for. */
  marks(begun: number): Int32Array {
    return this.list(begun);
  }

  /** The terms that a key begins. */
  begunBy(begun: number, numberOf: NumberOfKey): Term[] {
    return this.termsOf(this.list(begun + 1 + this.at(begun)), numberOf);
  }

  /** The terms that begin with a slot, by its number. */
  begunBySlot(slot: number, numberOf: NumberOfKey): Term[] {
    return this.termsOf(this.list(this.at(this.head('bySlot') + slot)), numberOf);
  }

  private at(place: number): number {
    return this.numbers[place] ?? 0;
  }

  private head(part: (typeof HEAD)[number]): number {
    return this.at(HEAD.indexOf(part));
  }

  /** The list after its length. */
  private list(at: number): Int32Array {
    return this.numbers.subarray(at + 1, at + 1 + this.at(at));
  }

  private termsOf(numbers: Int32Array, numberOf: NumberOfKey): Term[] {
    const terms: Term[] = [];
    for (const number of numbers) {
      const term = this.terms[number] ?? this.makeTerm(this.at(this.head('terms') + number), numberOf);
      this.terms[number] = term;
      terms.push(term);
    }
    return terms;
  }

  private makeTerm(at: number, numberOf: NumberOfKey): Term {
    const entry = this.parts.entries[this.at(at)];
    if (!entry) throw new RangeError(`packed lexicon ${this.language}: expected an entry ${this.at(at)}, found none`);
    const flags = this.at(at + 1);
    const needs = this.list(at + 3);
    const pieces = this.list(at + 4 + needs.length);
    return {
      entry,
      language: this.language,
      pieces: trimmed(Array.from(pieces, (number) => this.pieceOf(number, numberOf))),
      hasGap: (flags & FLAGS.hasGap) !== 0,
      slots: this.at(at + 2),
      needs: trimmed([...needs]),
      negates: (flags & FLAGS.negates) !== 0,
    };
  }

  private pieceOf(number: number, numberOf: NumberOfKey): Piece {
    const known = this.pieces[number];
    if (known) return known;
    const piece = this.makePiece(this.at(this.head('pieces') + number), numberOf);
    this.pieces[number] = piece;
    return piece;
  }

  private makePiece(at: number, numberOf: NumberOfKey): Piece {
    const type = this.at(at);
    if (type === PIECE.gap) return GAP;
    if (type === PIECE.slot) return { type: 'slot', number: this.at(at + 1) };
    const keys = new Set<number>();
    for (let key = 0; key < this.at(at + 3); key++) {
      keys.add(numberOf(this.at(at + 4 + 2 * key), this.at(at + 5 + 2 * key)));
    }
    return { type: 'word', keys, mark: this.at(at + 1), optional: this.at(at + 2) === 1 };
  }
}
