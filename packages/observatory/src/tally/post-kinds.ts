import { RUNGS, type Rung, SIGNALS, type Signal } from '@marsad/records';

/** What is remembered of a post beside its author, so that posts of one language or rung can be looked at alone. */
export interface PostKind {
  /** ISO 639-3 */
  language: string;
  rung: Rung;
  /** key of its source */
  source: number;
  /** the signals it counts for, one bit each in the order of the taxonomy */
  flags: number;
}

/** Room for languages, and for rungs and flags, in one number; what is left of 53 bits is for sources. */
const LANGUAGES = 2 ** 20;
const RUNGS_AND_FLAGS = 2 ** 8;
const FLAGS = 2 ** SIGNALS.length;

/** The signals as bits. */
export const flagsOf = (signals: Iterable<Signal>): number => {
  let flags = 0;
  for (const signal of signals) flags |= 1 << SIGNALS.indexOf(signal);
  return flags;
};

/**
 * Numbers the kinds of posts that a tally meets, so that a post needs four bytes beside its author's key: a few thousand
 * kinds stand behind a million posts.
 */
export class PostKinds {
  readonly #kinds: PostKind[] = [];
  readonly #languages = new Map<string, number>();
  readonly #sources = new Map<number, number>();
  readonly #known = new Map<number, number>();

  /** The number of a kind; a new one where it was not met before. */
  numberOf(language: string, rung: Rung, source: number, flags: number): number {
    const low = RUNGS.indexOf(rung) * FLAGS + flags;
    const key =
      (orderIn(this.#sources, source) * LANGUAGES + orderIn(this.#languages, language)) * RUNGS_AND_FLAGS + low;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#kinds.length;
    this.#known.set(key, number);
    this.#kinds.push({ language, rung, source, flags });
    return number;
  }

  /** The kind of a number; undefined for one that was not given. */
  at(number: number): PostKind | undefined {
    return this.#kinds[number];
  }
}

const orderIn = <Key>(order: Map<Key, number>, key: Key): number => {
  const known = order.get(key);
  if (known !== undefined) return known;
  order.set(key, order.size);
  return order.size - 1;
};
