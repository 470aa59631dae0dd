import { MarsadError } from '@marsad/records';
import type { PostKind, PostKinds } from './post-kinds.js';

const FIRST_ROOM = 8;

interface Counted {
  authors: number;
  /** posts of each author, the most prolific first */
  posts: Uint32Array;
}

/** Nothing is known of a post of this kind but its author. */
const NO_KIND = 0xffff_ffff;

/**
 * How many posts each author wrote, for as long as posts come: a list of keys, one a post, and beside each the number of its
 * kind. Authors are counted when they are asked for, on a sorted copy. A million posts lie in two cells each, and most
 * authors have one of them; a map for every cell takes ten times the room and most of the time of a tally.
 */
export class AuthorCounts implements Iterable<[number, number]> {
  #keys: Float64Array;
  #kindOf: Uint32Array;
  #length: number;
  /** what the numbers of kinds stand for; null as long as no post has a kind */
  #kinds: PostKinds | null;
  /** null when posts have come since it was made */
  #counted: Counted | null = null;

  /**
   * @param keys one for each post
   * @param kinds those of posts that are added
   */
  constructor(keys: readonly number[] | Float64Array = [], kinds: PostKinds | null = null) {
    this.#keys = Float64Array.from(keys);
    this.#length = this.#keys.length;
    this.#kindOf = new Uint32Array(this.#length).fill(NO_KIND);
    this.#kinds = kinds;
  }

  /**
   * Counts a post of an author.
   * @param kind its number among the kinds
   */
  add(author: number, kind: number = NO_KIND): void {
    this.#makeRoom(1);
    this.#keys[this.#length] = author;
    this.#kindOf[this.#length] = kind;
    this.#length += 1;
    this.#counted = null;
  }

  /** Counts all posts that `other` counts. Both know their kinds by the same numbers, as all cells of a tally do. */
  merge(other: AuthorCounts): void {
    this.#makeRoom(other.#length);
    this.#keys.set(other.#keys.subarray(0, other.#length), this.#length);
    this.#kindOf.set(other.#kindOf.subarray(0, other.#length), this.#length);
    this.#kinds ??= other.#kinds;
    if (other.#kinds !== null && other.#kinds !== this.#kinds)
      throw new MarsadError(
        'kinds-of-two-tallies',
        'cells of two tallies cannot be added: their posts are numbered apart',
      );
    this.#length += other.#length;
    this.#counted = null;
  }

  /** how many authors there are */
  get size(): number {
    return this.#count().authors;
  }

  /** posts of the most prolific author */
  get top(): number {
    return this.#count().posts[0] ?? 0;
  }

  /** posts of the `number` most prolific authors together */
  ofMostProlific(number: number): number {
    return this.#count()
      .posts.subarray(0, number)
      .reduce((sum, posts) => sum + posts, 0);
  }

  /** One key a post, sorted. */
  sortedKeys(): Float64Array {
    return this.#keys.slice(0, this.#length).sort();
  }

  /** Visits every post whose kind is known: the key of its author, and what is remembered of it. In no order. */
  eachPost(visit: (author: number, kind: PostKind) => void): void {
    for (let at = 0; at < this.#length; at += 1) {
      const kind = this.#kinds?.at(this.#kindOf[at] ?? NO_KIND);
      const author = this.#keys[at];
      if (kind !== undefined && author !== undefined) visit(author, kind);
    }
  }

  /** Each author with their posts, in the order of the keys. */
  *[Symbol.iterator](): Generator<[number, number]> {
    const keys = this.sortedKeys();
    for (let from = 0, at = 1; at <= keys.length; at += 1) {
      const key = keys[from];
      if (key === undefined || keys[at] === key) continue;
      yield [key, at - from];
      from = at;
    }
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#keys.length) return;
    const keys = new Float64Array(Math.max(FIRST_ROOM, this.#length + more, 2 * this.#keys.length));
    keys.set(this.#keys.subarray(0, this.#length));
    this.#keys = keys;
    const kindOf = new Uint32Array(keys.length);
    kindOf.set(this.#kindOf.subarray(0, this.#length));
    this.#kindOf = kindOf;
  }

  #count(): Counted {
    if (this.#counted) return this.#counted;
    const keys = this.sortedKeys();
    const posts = new Uint32Array(keys.length);
    let authors = 0;
    for (let from = 0, at = 1; at <= keys.length; at += 1) {
      if (keys[at] === keys[from]) continue;
      posts[authors] = at - from;
      authors += 1;
      from = at;
    }
    this.#counted = { authors, posts: posts.slice(0, authors).sort().reverse() };
    return this.#counted;
  }
}
