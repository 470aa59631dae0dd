import type { Piece, Term } from './compile-lexicon.js';
import { trimmed } from './trimmed.js';

/** Terms with the same beginning, sorted by the word that must come next, so that few need to be tried. */
export interface TermGroup {
  byNext: ReadonlyMap<number, readonly Term[]>;
  /** terms that go on with a slot or a gap */
  open: readonly Term[];
  /** of each open term its slots (a bit each), and the mark of the first word it cannot do without; NO_NEED without one */
  openSlots: readonly number[];
  openNeeds: readonly number[];
}

export const NO_NEED = -1;
export const NO_TERMS: TermGroup = {
  byNext: new Map(),
  open: [],
  openSlots: [],
  openNeeds: [],
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

/** Sorts terms into a group. Tens of thousands of groups are kept: what is empty is shared, and no list has room to spare. */
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
  for (const [key, list] of byNext) if (list.length > 1) byNext.set(key, list.slice());
  if (open.length === 0) return byNext.size === 0 ? NO_TERMS : { ...NO_TERMS, byNext };
  return {
    byNext: byNext.size === 0 ? NO_TERMS.byNext : byNext,
    open: trimmed(open),
    openSlots: open.map(({ slots }) => slots),
    openNeeds: open.map(({ needs }) => needs[0] ?? NO_NEED),
  };
};
