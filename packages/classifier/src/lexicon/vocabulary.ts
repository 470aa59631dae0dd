import type { Piece, Term } from './compile-lexicon.js';
import { hashOf } from './look-up-table.js';

/** What a word, by one of its keys, is to one lexicon: the pieces it can stand for, by their marks, and terms it begins. */
interface Begun {
  lexicon: readonly Term[];
  marks: number[];
  terms: Term[] | undefined;
  /** the same of another lexicon */
  next: Begun | undefined;
}

const NONE: readonly Term[] = [];
const BITS = 1 << 19;

const bitOf = (key: string): number => {
  const hash = hashOf(key);
  return (hash ^ (hash >>> 13)) & (BITS - 1);
};

/** The words of all lexicons that were asked for, by their keys: that a word is in none of them takes one look-up a key. */
export class Vocabulary {
  private readonly byKey = new Map<string, Begun>();
  /** A bit for every key, by its hash: most keys of most words are known to be missing by a look at 64 kilobytes. */
  private readonly bits = new Uint32Array(BITS / 32);
  /** by lexicon: terms that begin with a slot, by its number */
  private readonly bySlot = new Map<readonly Term[], (readonly Term[] | undefined)[]>();

  /** Adds a compiled lexicon; once is enough. */
  add(lexicon: readonly Term[]): void {
    if (this.bySlot.has(lexicon)) return;
    const bySlot: Term[][] = [];
    this.bySlot.set(lexicon, bySlot);
    // The same word stands in many terms as one piece; it is gone through once.
    const seen = new Set<Piece>();
    for (const term of lexicon) {
      for (const piece of term.pieces) {
        if (piece.type !== 'word' || seen.has(piece)) continue;
        seen.add(piece);
        for (const key of piece.keys) this.of(key, lexicon).marks.push(piece.mark);
      }
      const [first] = term.pieces;
      if (first?.type === 'slot') {
        const begun = bySlot[first.number];
        if (begun) begun.push(term);
        else bySlot[first.number] = [term];
      } else if (first?.type === 'word') {
        for (const key of first.keys) {
          const own = this.of(key, lexicon);
          if (own.terms) own.terms.push(term);
          else own.terms = [term];
        }
      }
    }
  }

  private of(key: string, lexicon: readonly Term[]): Begun {
    const first = this.byKey.get(key);
    const known = first && ofLexicon(first, lexicon);
    if (known) return known;
    const own: Begun = { lexicon, marks: [], terms: undefined, next: first };
    this.byKey.set(key, own);
    const bit = bitOf(key);
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    return own;
  }

  /** All keys that begin so, without that beginning. */
  *keysAfter(beginning: string): Generator<string> {
    for (const key of this.byKey.keys()) if (key.startsWith(beginning)) yield key.slice(beginning.length);
  }

  /** What a word is to the lexicons that have it, by `ofLexicon`. */
  get(key: string): Begun | undefined {
    const bit = bitOf(key);
    if (((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return undefined;
    return this.byKey.get(key);
  }

  /** The terms of a lexicon that begin with a slot, by its number. */
  begunBySlot(lexicon: readonly Term[], slot: number): readonly Term[] {
    return this.bySlot.get(lexicon)?.[slot] ?? NONE;
  }
}

/** What a word is to one lexicon. */
export const ofLexicon = (begun: Begun, lexicon: readonly Term[]): Begun | undefined => {
  let own: Begun | undefined = begun;
  while (own && own.lexicon !== lexicon) own = own.next;
  return own;
};
