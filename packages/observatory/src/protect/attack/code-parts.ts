import type { CodeKind } from '../../tally/by-code.js';
import type { PlacedPost } from '../../tally/placed-post.js';
import { subsetsOf } from '../codes/subsets.js';
import type { ShownBlock } from '../keep-published.js';

/** The lists of codes that are told with what is flagged of them. */
export const CODE_KINDS: readonly CodeKind[] = ['languages', 'rungs'];

/** The code of a post in an area (null: the city, of which no rung is told). */
export const codeOf = ({ verdict, placements }: PlacedPost, kind: CodeKind, area: string | null): string =>
  kind === 'languages' ? (verdict?.language ?? '') : (placements.find(({ areaId }) => areaId === area)?.rung ?? '');

/** Every code that posts of some neighbourhood, or of the city, have. */
export const codesSeen = (posts: readonly PlacedPost[], kind: CodeKind): string[] => [
  ...new Set(
    posts.flatMap(({ verdict, placements }) =>
      kind === 'languages'
        ? [verdict?.language ?? '']
        : placements.flatMap(({ areaId, rung }) => (areaId === null ? [] : [rung])),
    ),
  ),
];

/** What a reader can add up of the codes of a block: some of those that are told, or all posts but those of some. */
export interface CodeUnion {
  codes: readonly string[];
  allBut: boolean;
}

/** Every sum of told codes, and the posts beside every one of them. */
export const unionsOf = (codes: readonly string[]): CodeUnion[] =>
  subsetsOf(codes).flatMap((set) => [
    ...(set.length > 0 ? [{ codes: set, allBut: false }] : []),
    { codes: set, allBut: true },
  ]);

/** Whether a code is in a union. */
export const isIn = (code: string, { codes, allBut }: CodeUnion): boolean => codes.includes(code) !== allBut;

/** How many posts of a union a block tells; undefined where it does not tell all of its codes. */
export const toldOf = ({ figures }: ShownBlock, kind: CodeKind, { codes, allBut }: CodeUnion): number | undefined => {
  const counts: Readonly<Partial<Record<string, number>>> = figures[kind];
  if (codes.some((code) => counts[code] === undefined)) return undefined;
  const own = codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  return allBut ? (figures.flaggedBy?.posts ?? figures.posts) - own : own;
};
