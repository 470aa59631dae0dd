import { describe, expect, it } from 'vitest';
import { compileLexicon, type Piece, SLOTS, type Term } from '../../src/lexicon/compile-lexicon.js';
import { loadLexicons } from '../../src/lexicon/load-lexicons.js';
import { packLexicon } from '../../src/lexicon/pack-lexicon.js';
import { EMPTY, type PackedLexicon } from '../../src/lexicon/packed-lexicon.js';
import { TextHash } from '../../src/lexicon/text-hash.js';
import { Vocabulary } from '../../src/lexicon/vocabulary.js';

/** Reads keys as their numbers, as texts are. */
const openKeys = () => {
  const { numberOf } = new Vocabulary();
  const hash = new TextHash();
  return {
    numberOf,
    number: (key: string): number => {
      hash.take(key);
      return numberOf(hash.hash, hash.check);
    },
    begun: (lexicon: PackedLexicon, key: string): number => {
      hash.take(key);
      return lexicon.seek(hash.hash, hash.check);
    },
  };
};

type Keys = ReturnType<typeof openKeys>;

const numbered = (term: Term<string>, { number }: Keys): Term => ({
  ...term,
  pieces: term.pieces.map(
    (piece): Piece => (piece.type === 'word' ? { ...piece, keys: new Set([...piece.keys].map(number)) } : piece),
  ),
});

const shipped = loadLexicons().map((file) => [file.language, file] as const);

describe('packLexicon', () => {
  it.each(shipped)('gives back every term under every key and slot that begins it, in order (%s)', (_, file) => {
    const keys = openKeys();
    const lexicon = packLexicon(file);
    const begun = new Map<string | number, Term<string>[]>();
    for (const term of compileLexicon(file)) {
      const [first] = term.pieces;
      const beginnings = first?.type === 'word' ? [...first.keys] : first?.type === 'slot' ? [first.number] : [];
      for (const beginning of beginnings) begun.set(beginning, [...(begun.get(beginning) ?? []), term]);
    }
    for (const [beginning, terms] of begun) {
      const found =
        typeof beginning === 'number'
          ? lexicon.begunBySlot(beginning, keys.numberOf)
          : lexicon.begunBy(keys.begun(lexicon, beginning), keys.numberOf);
      expect(found).toEqual(terms.map((term) => numbered(term, keys)));
    }
    for (let slot = 0; slot < SLOTS.length; slot++) {
      expect(lexicon.begunBySlot(slot, keys.numberOf)).toHaveLength(begun.get(slot)?.length ?? 0);
    }
  });

  it.each(shipped)('gives each key the marks of the pieces it can stand for (%s)', (_, file) => {
    const keys = openKeys();
    const lexicon = packLexicon(file);
    const marks = new Map<string, Set<number>>();
    for (const { pieces } of compileLexicon(file)) {
      for (const piece of pieces) {
        if (piece.type !== 'word') continue;
        for (const key of piece.keys) marks.set(key, (marks.get(key) ?? new Set()).add(piece.mark));
      }
    }
    // Keys of misspelt words have no marks.
    expect([...lexicon.hashes()].length).toBeGreaterThanOrEqual(marks.size);
    for (const [key, own] of marks) expect(new Set(lexicon.marks(keys.begun(lexicon, key)))).toEqual(own);
    expect(keys.begun(lexicon, 'no word at all')).toBe(EMPTY);
  });
});
