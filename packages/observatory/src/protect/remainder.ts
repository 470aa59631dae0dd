import type { ProtectionRules } from '@marsad/records';

/**
 * What a reader is left with who subtracts neighbourhoods from the city: posts, and posts by author. A post that stands
 * in two neighbourhoods is subtracted twice, as it would be by the reader, so both may fall below what is truly there.
 */
export interface Remainder {
  posts: number;
  authors: Map<number, number>;
}

/** Posts, and posts by author, of a cell. */
interface Counted {
  posts: number;
  authors: Iterable<[number, number]>;
}

/** The posts of a cell, before anything is subtracted. */
export const wholeOf = ({ posts, authors }: Counted): Remainder => ({
  posts,
  authors: new Map(authors),
});

const count = (remainder: Remainder, { posts, authors }: Counted, sign: 1 | -1): void => {
  remainder.posts += sign * posts;
  for (const [author, number] of authors)
    remainder.authors.set(author, (remainder.authors.get(author) ?? 0) + sign * number);
};

/** Takes the posts of `cell` away. */
export const takeAway = (remainder: Remainder, cell: Counted): void => count(remainder, cell, -1);

/** Puts the posts of `cell` in. */
export const putIn = (remainder: Remainder, cell: Counted): void => count(remainder, cell, 1);

/**
 * Whether what is left is wide enough to hide in: at least so many posts, by as many authors as the gate asks for, none
 * of whom dominates. Sources are not known of a difference.
 */
export const isWide = ({ posts, authors }: Remainder, rules: ProtectionRules, least: number): boolean => {
  if (posts < least) return false;
  let present = 0;
  let top = 0;
  for (const number of authors.values()) {
    if (number <= 0) continue;
    present += 1;
    if (number > top) top = number;
  }
  return present >= rules.minimumAuthors && top <= rules.maximumTopAuthorShare * posts;
};

/** Posts of a published block of the city that must name no neighbourhood: no later block of one can take them away. */
export const leastUnplaced = ({ minimumPosts }: ProtectionRules): number => 2 * minimumPosts;

/**
 * Posts that must stay when all shown neighbourhoods are subtracted from a published block of the city. Whoever knows how
 * many of them name no neighbourhood at least is still left with three or more that may stand in any hidden one, which
 * is too many to tell a number to within one.
 */
export const leastLeft = (rules: ProtectionRules): number => leastUnplaced(rules) + 3;
