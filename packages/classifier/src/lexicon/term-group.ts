import type { Piece, Term } from './compile-lexicon.js';

/** Terms with the same beginning, sorted by the word that must come next, so that few need to be tried. */
export interface TermGroup {
  byNext: ReadonlyMap<number, readonly Term[]>;
  /** terms that go on with a slot or a gap */
  open: readonly Term[];
  /** of each open term its slots (a bit each), and the mark of the first word it cannot do without; NO_NEED without one */
  openSlots: Int32Array;
  openNeeds: Int32Array;
}

export const NO_NEED = -1;
export const NO_TERMS: TermGroup = {
  byNext: new Map(),
  open: [],
  openSlots: new Int32Array(0),
  openNeeds: new Int32Array(0),
};

/** The keys of the words that may follow the first piece; undefined where anything may. */
const nextKeys = (pieces: readonly Piece[]): Set<number> | undefined => {
  const keys = new Set<number>();
  for (const piece of pieces.slice(1)) {
    if (piece.type !== 'word') return undefined;
    for (const key of piece.keys) keys.add(key);
    if (!piece.optional) return keys;
  }
  return undefined;
};

/** Sorts terms into a group. */
export const groupTerms = (terms: Iterable<Term>): TermGroup => {
  const byNext = new Map<number, Term[]>();
  const open: Term[] = [];
  for (const term of terms) {
    const keys = nextKeys(term.pieces);
    if (!keys) open.push(term);
    else {
      for (const key of keys) {
        const list = byNext.get(key);
        if (list) list.push(term);
        else byNext.set(key, [term]);
      }
    }
  }
  if (byNext.size === 0 && open.length === 0) return NO_TERMS;
  return {
    byNext,
    open,
    openSlots: Int32Array.from(open, ({ slots }) => slots),
    openNeeds: Int32Array.from(open, ({ needs }) => needs[0] ?? NO_NEED),
  };
};
