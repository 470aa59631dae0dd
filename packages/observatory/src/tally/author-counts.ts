/**
 * How many posts each author wrote, for as long as posts come: a list of keys, one a post. A million posts lie in two cells
 * each, and most authors have one of them; a map for every cell takes ten times the room and most of the time of a tally.
 */
export class AuthorCounts implements Iterable<[number, number]> {
  readonly #keys: number[];
  /** null when posts have come since it was made */
  #sorted: Float64Array | null = null;
  #counted: { authors: number; top: number } | null = null;

  /** @param keys one for each post */
  constructor(keys: number[] = []) {
    this.#keys = keys;
  }

  /** Counts a post of an author. */
  add(author: number): void {
    this.#keys.push(author);
    this.#sorted = null;
  }

  /** Counts all posts that `other` counts. */
  merge(other: AuthorCounts): void {
    for (const key of other.#keys) this.#keys.push(key);
    this.#sorted = null;
  }

  /** how many authors there are */
  get size(): number {
    return this.#count().authors;
  }

  /** posts of the most prolific author */
  get top(): number {
    return this.#count().top;
  }

  /** One key a post, sorted. */
  sortedKeys(): Float64Array {
    if (this.#sorted) return this.#sorted;
    this.#counted = null;
    this.#sorted = Float64Array.from(this.#keys).sort();
    return this.#sorted;
  }

  /** Posts of each author, in the order of the keys. */
  *values(): Generator<number> {
    for (const [, posts] of this) yield posts;
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

  #count(): { authors: number; top: number } {
    const keys = this.sortedKeys();
    if (this.#counted) return this.#counted;
    const counted = { authors: 0, top: 0 };
    for (let from = 0, at = 1; at <= keys.length; at += 1) {
      if (keys[at] === keys[from]) continue;
      counted.authors += 1;
      counted.top = Math.max(counted.top, at - from);
      from = at;
    }
    this.#counted = counted;
    return counted;
  }
}
