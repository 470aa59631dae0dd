import { MarsadError } from '@marsad/records';
import type { PostKind, PostKinds } from './post-kinds.js';

const FIRST_ROOM = 8;

interface Counted {
  /** posts of each author, in no order */
  posts: Uint32Array;
  top: number;
  isSorted: boolean;
}

/** Nothing is known of a post of this kind but its author. */
const NO_KIND = 0xffff_ffff;

/** Posts by the number of their author while they are counted; nothing but zeros between two counts. */
let counting = new Uint32Array(0);

/** Room for counting authors up to this number. */
const roomFor = (highest: number): Uint32Array => {
  if (highest >= counting.length) counting = new Uint32Array(Math.max(highest + 1, 2 * counting.length));
  return counting;
};

/**
 * How many posts each author wrote, for as long as posts come: a list of numbers (`AuthorNumbers`), one a post, and beside each
 * the number of its kind. Authors are counted when they are asked for. A million posts lie in two cells each, and most
 * authors have one of them; a map for every cell takes ten times the room and most of the time of a tally.
 */
export class AuthorCounts implements Iterable<[number, number]> {
  #numbers: Uint32Array;
  #kindOf: Uint32Array;
  #length: number;
  /** what the numbers of kinds stand for; null as long as no post has a kind */
  #kinds: PostKinds | null;
  /** null when posts have come since it was made */
  #counted: Counted | null = null;

  /**
   * @param numbers of authors, one for each post
   * @param kinds those of posts that are added
   */
  constructor(numbers: readonly number[] | Uint32Array = [], kinds: PostKinds | null = null) {
    this.#numbers = Uint32Array.from(numbers);
    this.#length = this.#numbers.length;
    this.#kindOf = new Uint32Array(this.#length).fill(NO_KIND);
    this.#kinds = kinds;
  }

  /** Counts a post of an author, both by their numbers. */
  add(author: number, kind: number = NO_KIND): void {
    if (this.#length === this.#numbers.length) this.#makeRoom(1);
    this.#numbers[this.#length] = author;
    this.#kindOf[this.#length] = kind;
    this.#length += 1;
    this.#counted = null;
  }

  /** Counts all posts that `other` counts. Both know authors and kinds by the same numbers, as all cells of a tally do. */
  merge(other: AuthorCounts): void {
    if (this.#length + other.#length > this.#numbers.length) this.#makeRoom(other.#length);
    this.#numbers.set(other.#numbers.subarray(0, other.#length), this.#length);
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
    return this.#count().posts.length;
  }

  /** posts of the most prolific author */
  get top(): number {
    return this.#count().top;
  }

  /** posts of the `number` most prolific authors together */
  ofMostProlific(number: number): number {
    const counted = this.#count();
    if (!counted.isSorted) counted.posts.sort().reverse();
    counted.isSorted = true;
    return counted.posts.subarray(0, number).reduce((sum, posts) => sum + posts, 0);
  }

  /** The authors' numbers, one a post, sorted. */
  sortedNumbers(): Uint32Array {
    return this.#numbers.slice(0, this.#length).sort();
  }

  /** Visits every post whose kind is known: the number of its author, and of its kind. In no order. */
  eachPost(visit: (author: number, kind: number) => void): void {
    for (let at = 0; at < this.#length; at += 1) {
      const kind = this.#kindOf[at] ?? NO_KIND;
      const author = this.#numbers[at];
      if (kind !== NO_KIND && author !== undefined) visit(author, kind);
    }
  }

  /** What a number of a kind stands for; undefined for one that no post here can have. */
  kindAt(number: number): PostKind | undefined {
    return this.#kinds?.at(number);
  }

  /** The key of an author by the number; 0 as long as no post has a kind. */
  keyOf(author: number): number {
    return this.#kinds?.authors.keyOf(author) ?? 0;
  }

  /** Each author with their posts, in the order of their numbers. */
  *[Symbol.iterator](): Generator<[number, number]> {
    const numbers = this.sortedNumbers();
    for (let from = 0, at = 1; at <= numbers.length; at += 1) {
      const number = numbers[from];
      if (number === undefined || numbers[at] === number) continue;
      yield [number, at - from];
      from = at;
    }
  }

  #makeRoom(more: number): void {
    const numbers = new Uint32Array(Math.max(FIRST_ROOM, this.#length + more, 2 * this.#numbers.length));
    numbers.set(this.#numbers.subarray(0, this.#length));
    this.#numbers = numbers;
    const kindOf = new Uint32Array(numbers.length);
    kindOf.set(this.#kindOf.subarray(0, this.#length));
    this.#kindOf = kindOf;
  }

  #count(): Counted {
    if (this.#counted) return this.#counted;
    let highest = 0;
    for (let at = 0; at < this.#length; at += 1) highest = Math.max(highest, this.#numbers[at] ?? 0);
    const posts = roomFor(highest);
    let authors = 0;
    for (let at = 0; at < this.#length; at += 1) {
      const number = this.#numbers[at] ?? 0;
      const before = posts[number] ?? 0;
      if (before === 0) authors += 1;
      posts[number] = before + 1;
    }
    const found = new Uint32Array(authors);
    let next = 0;
    let top = 0;
    for (let at = 0; at < this.#length; at += 1) {
      const number = this.#numbers[at] ?? 0;
      const own = posts[number] ?? 0;
      if (own === 0) continue;
      posts[number] = 0;
      found[next] = own;
      next += 1;
      if (own > top) top = own;
    }
    this.#counted = { posts: found, top, isSorted: false };
    return this.#counted;
  }
}
