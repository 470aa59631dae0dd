import { RUNGS, type Rung, SIGNALS, type Signal } from '@marsad/records';
import { AuthorNumbers } from './author-numbers.js';

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
const LANGUAGES = 2 ** 13;
const RUNGS_AND_FLAGS = 2 ** 8;
const FLAGS = 2 ** SIGNALS.length;

/** The signals as bits. */
export const flagsOf = (signals: Iterable<Signal>): number => {
  let flags = 0;
  for (const signal of signals) flags |= 1 << SIGNALS.indexOf(signal);
  return flags;
};

/** Things that a tally meets, numbered from 0 on in the order in which it met them. */
class Numbered<Thing> {
  readonly #numbers = new Map<Thing, number>();
  readonly #things: Thing[] = [];

  /** The number of a thing; a new one where it was not met before. */
  numberOf(thing: Thing): number {
    const known = this.#numbers.get(thing);
    if (known !== undefined) return known;
    this.#numbers.set(thing, this.#things.length);
    return this.#things.push(thing) - 1;
  }

  /** The things by their numbers. */
  get things(): readonly Thing[] {
    return this.#things;
  }
}

/**
 * Numbers the kinds of posts that a tally meets, so that a post needs four bytes beside its author's number: a few thousand
 * kinds stand behind a million posts.
 */
export class PostKinds {
  readonly #kinds: PostKind[] = [];
  readonly #known = new Map<number, number>();
  readonly authors = new AuthorNumbers();
  readonly languages = new Numbered<string>();
  /** by their keys */
  readonly sources = new Numbered<number>();

  /** The number of a kind; a new one where it was not met before. */
  numberOf(language: string, rung: Rung, source: number, flags: number): number {
    return this.numberFrom(
      this.languages.numberOf(language),
      RUNGS.indexOf(rung),
      this.sources.numberOf(source),
      flags,
    );
  }

  /** The same by the numbers of language and source, and the place of the rung in the taxonomy. */
  numberFrom(language: number, rung: number, source: number, flags: number): number {
    const key = (source * LANGUAGES + language) * RUNGS_AND_FLAGS + rung * FLAGS + flags;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#kinds.length;
    this.#known.set(key, number);
    this.#kinds.push({
      language: this.languages.things[language] ?? '',
      rung: RUNGS[rung] ?? 'none',
      source: this.sources.things[source] ?? 0,
      flags,
    });
    return number;
  }

  /** The kind of a number; undefined for one that was not given. */
  at(number: number): PostKind | undefined {
    return this.#kinds[number];
  }

  /** how many kinds there are */
  get size(): number {
    return this.#kinds.length;
  }
}
