import type { PackedLexicon } from './packed-lexicon.js';
import { TextHash } from './text-hash.js';

const BITS = 1 << 19;
/** A check fills the low 21 bits of what a key is known by, a hash the 32 above, as many as a number holds exactly. */
const CHECKS = 1 << 21;

/** The keys of all lexicons that are read together. */
export class Vocabulary {
  /** A bit for every key, by its hash: most keys of most words are known to be missing by a look at 64 kilobytes. */
  private readonly bits = new Uint32Array(BITS / 32);
  private readonly added = new Set<PackedLexicon>();
  private readonly numbers = new Map<number, number>();
  private readonly key = new TextHash();

  /** Adds a lexicon; once is enough. */
  add(lexicon: PackedLexicon): void {
    if (this.added.has(lexicon)) return;
    this.added.add(lexicon);
    for (const hash of lexicon.hashes()) this.mark(hash);
  }

  /** Adds words that are in no term. */
  addWords(words: Iterable<string>): void {
    for (const word of words) {
      this.key.take(word);
      this.mark(this.key.hash);
    }
  }

  /** Looks for a key. @returns its hashes, until the next; undefined when no lexicon has it */
  seek(key: string): TextHash | undefined {
    this.key.take(key);
    return this.may(this.key.hash) ? this.key : undefined;
  }

  /** Whether a key or word may have this hash; false is sure. */
  may(hash: number): boolean {
    const bit = Vocabulary.bitOf(hash);
    return ((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  private mark(hash: number): void {
    const bit = Vocabulary.bitOf(hash);
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  /** The number of a key, by its hashes: the same in all lexicons. */
  readonly numberOf = (hash: number, check: number): number => {
    const known = (hash >>> 0) * CHECKS + (check & (CHECKS - 1));
    const before = this.numbers.get(known);
    if (before !== undefined) return before;
    const number = this.numbers.size;
    this.numbers.set(known, number);
    return number;
  };

  private static bitOf(hash: number): number {
    return (hash ^ (hash >>> 13)) & (BITS - 1);
  }
}
