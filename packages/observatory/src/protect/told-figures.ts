import type { BlockFigures, ProtectionRules } from '@marsad/records';
import { type Cell, figuresOf } from '../tally/cell.js';

/** Copies are told in tens: one copy more or less is no figure. */
const COPIES_STEP = 10;

/**
 * Posts by code, only the codes that many people stand behind, and never so that the codes left out amount to less than
 * the gate asks for. Who wrote in which code, and where, is not kept. But a code with more posts than the
 * `minimumAuthors - 1` most prolific authors wrote in the whole cell has `minimumAuthors` of its own; and every source
 * without a post of the code has one that was left out.
 * @param apart posts of a code that no neighbourhood holds; where given, a code is told only if they too pass
 */
const toldCodes = <Code extends string>(
  codes: Readonly<Partial<Record<Code, number>>>,
  cell: Pick<Cell, 'posts' | 'authors' | 'sources'>,
  rules: ProtectionRules,
  apart?: (code: Code) => number,
): Partial<Record<Code, number>> => {
  const { top } = cell.authors;
  const ofFew = cell.authors.ofMostProlific(rules.minimumAuthors - 1);
  const told = (Object.entries(codes) as [Code, number][])
    .filter(
      ([code, posts]) =>
        posts >= rules.minimumPosts &&
        posts > ofFew &&
        cell.sources.size - (cell.posts - posts) >= rules.minimumSources &&
        top <= rules.maximumTopAuthorShare * posts &&
        (apart === undefined || apart(code) >= REST_OF_CODE * rules.minimumPosts),
    )
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1));
  let left = cell.posts - told.reduce((sum, [, posts]) => sum + posts, 0);
  while (told.length > 0 && left > 0 && left < rules.minimumPosts) left += told.pop()?.[1] ?? 0;
  return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1))) as Partial<Record<Code, number>>;
};

const REST_OF_CODE = 2;

/** The figures with their copies in tens. */
export const coarse = (figures: BlockFigures): BlockFigures => ({
  ...figures,
  copies: COPIES_STEP * Math.round(figures.copies / COPIES_STEP),
});

/** What a reader may see of a neighbourhood's block that passed the gate. A code that is not there is not told, or has no post. */
export const toldFigures = (cell: Cell, rules: ProtectionRules): BlockFigures => {
  const figures = coarse(figuresOf(cell));
  return {
    ...figures,
    languages: toldCodes(figures.languages, cell, rules) as Record<string, number>,
    rungs: toldCodes(figures.rungs, cell, rules),
    stances: toldCodes(figures.stances, cell, rules),
  };
};

/** How many posts of a code some cells hold together. */
const postsOfCode =
  <Code extends string>(cells: readonly ReadonlyMap<Code, number>[]) =>
  (code: Code): number =>
    cells.reduce((sum, codes) => sum + (codes.get(code) ?? 0), 0);

/**
 * The same for the city as a whole. A code is told only when many of its posts stand in no neighbourhood; the rungs never
 * are, since they would say how many those are.
 * @param placed the cells of every neighbourhood in the same weeks
 */
export const toldCityFigures = (
  cell: Cell,
  placed: readonly Pick<Cell, 'languages' | 'stances'>[],
  rules: ProtectionRules,
): BlockFigures => {
  const figures = coarse(figuresOf(cell));
  const ofLanguage = postsOfCode(placed.map(({ languages }) => languages));
  const ofStance = postsOfCode(placed.map(({ stances }) => stances));
  return {
    ...figures,
    languages: toldCodes(
      figures.languages,
      cell,
      rules,
      (code) => (figures.languages[code] ?? 0) - ofLanguage(code),
    ) as Record<string, number>,
    rungs: {},
    stances: toldCodes(figures.stances, cell, rules, (code) => (figures.stances[code] ?? 0) - ofStance(code)),
  };
};
