const FIRST_ROOM = 8;

interface Counted {
  authors: number;
  /** posts of each author, the most prolific first */
  posts: Uint32Array;
}

const isSorted = (keys: Float64Array): boolean => {
  for (let at = 1; at < keys.length; at += 1) if ((keys[at - 1] ?? 0) > (keys[at] ?? 0)) return false;
  return true;
};

/**
 * How many posts each author wrote, for as long as posts come: a list of keys, one a post, sorted when it is asked. A million
 * posts lie in two cells each, and most authors have one of them; a map for every cell takes ten times the room and most of
 * the time of a tally.
 */
export class AuthorCounts implements Iterable<[number, number]> {
  #keys: Float64Array;
  #length: number;
  #isSorted: boolean;
  /** null when posts have come since it was made */
  #counted: Counted | null = null;

  /** @param keys one for each post */
  constructor(keys: readonly number[] = []) {
    this.#keys = Float64Array.from(keys);
    this.#length = this.#keys.length;
    this.#isSorted = isSorted(this.#keys);
  }

  /** Counts a post of an author. */
  add(author: number): void {
    this.#makeRoom(1);
    this.#keys[this.#length] = author;
    this.#length += 1;
    this.#changed();
  }

  /** Counts all posts that `other` counts. */
  merge(other: AuthorCounts): void {
    this.#makeRoom(other.#length);
    this.#keys.set(other.#keys.subarray(0, other.#length), this.#length);
    this.#length += other.#length;
    this.#changed();
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
    const keys = this.#keys.subarray(0, this.#length);
    if (!this.#isSorted) keys.sort();
    this.#isSorted = true;
    return keys;
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

  #changed(): void {
    this.#isSorted = false;
    this.#counted = null;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#keys.length) return;
    const keys = new Float64Array(Math.max(FIRST_ROOM, this.#length + more, 2 * this.#keys.length));
    keys.set(this.#keys.subarray(0, this.#length));
    this.#keys = keys;
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
