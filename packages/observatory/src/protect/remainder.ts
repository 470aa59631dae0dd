import type { BlockFigures, ProtectionRules } from '@marsad/records';
import type { AuthorCounts } from '../tally/author-counts.js';

/** Posts, and posts by author, of a cell. */
interface Counted {
  posts: number;
  authors: AuthorCounts;
}

const addTo = (sums: Map<number, number>, { authors }: Counted, sign: 1 | -1): void => {
  for (const [author, posts] of authors) sums.set(author, (sums.get(author) ?? 0) + sign * posts);
};

/**
 * What a reader is left with who subtracts neighbourhoods from the city: posts, and posts by author. A post that stands
 * in two neighbourhoods is subtracted twice, as it would be by the reader, so both may fall below what is truly there.
 */
export class Remainder {
  readonly #whole: Counted;
  readonly #taken: Counted[] = [];
  #posts: number;
  /** posts by author once somebody had to ask, with how many of those taken away are in it */
  #byAuthor: { sums: Map<number, number>; taken: number } | null = null;

  /** @param posts how many the whole has for a reader, at most those that it holds */
  constructor(whole: Counted, posts: number = whole.posts) {
    this.#whole = whole;
    this.#posts = posts;
  }

  /** Takes the posts of `cell` away. */
  takeAway(cell: Counted): void {
    this.#taken.push(cell);
    this.#posts -= cell.posts;
  }

  /** Puts back what was taken away last. */
  putBack(): void {
    const cell = this.#taken.pop();
    if (!cell) return;
    this.#posts += cell.posts;
    if (!this.#byAuthor || this.#byAuthor.taken <= this.#taken.length) return;
    addTo(this.#byAuthor.sums, cell, 1);
    this.#byAuthor.taken -= 1;
  }

  /**
   * Whether what is left is wide enough to hide in: at least so many posts, by as many authors as the gate asks for, none
   * of whom dominates. Sources are not known of a difference.
   */
  isWide({ minimumAuthors, maximumTopAuthorShare }: ProtectionRules, least: number): boolean {
    const posts = this.#posts;
    if (posts < least) return false;
    // Nobody has more posts left than the most prolific had: mostly that says enough, and no author need be looked at.
    const most = this.#whole.authors.top;
    if (most <= maximumTopAuthorShare * posts && posts > (minimumAuthors - 1) * most) return true;
    let present = 0;
    let top = 0;
    for (const number of this.#authors().values()) {
      if (number <= 0) continue;
      present += 1;
      if (number > top) top = number;
    }
    return present >= minimumAuthors && top <= maximumTopAuthorShare * posts;
  }

  #authors(): Map<number, number> {
    this.#byAuthor ??= { sums: new Map(this.#whole.authors), taken: 0 };
    const { sums, taken } = this.#byAuthor;
    for (const cell of this.#taken.slice(taken)) addTo(sums, cell, -1);
    this.#byAuthor.taken = this.#taken.length;
    return sums;
  }
}

/** Nobody who knows the rules can tell a number to within one that may be anything from none to so many. */
export const SLACK = 3;

/** Posts of a published block of the city that must name no neighbourhood: no later block of one can take them away. */
export const leastUnplaced = ({ minimumPosts }: ProtectionRules): number => 2 * minimumPosts;

/**
 * Posts that must stay when all shown neighbourhoods are subtracted from a published block of the city. Whoever knows how
 * many of them name no neighbourhood at least is still left with three or more that may stand in any hidden one, which
 * is too many to tell a number to within one.
 * @param parts how many parts of the block are known to hold so many that name none
 */
export const leastLeft = (rules: ProtectionRules, parts = 1): number => parts * leastUnplaced(rules) + SLACK;

/**
 * How many parts of a block of the city are known to name no neighbourhood in so many posts each: its languages that are
 * told, and the rest, if there is one; else the block.
 */
export const partsOf = ({ languages, flaggedBy }: Pick<BlockFigures, 'languages' | 'flaggedBy'>): number => {
  if (flaggedBy === undefined) return 1;
  const told = Object.values(languages);
  const rest = flaggedBy.posts - told.reduce((sum, count) => sum + count, 0);
  return Math.max(1, told.length + (rest > 0 ? 1 : 0));
};
