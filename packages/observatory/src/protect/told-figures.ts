import type { BlockFigures, ProtectionRules, Stance } from '@marsad/records';
import { byCode } from '../tally/by-code.js';
import { type Cell, figuresOf } from '../tally/cell.js';
import { chooseCodes } from './codes/choose-codes.js';
import { cityLanguages } from './codes/city-languages.js';
import { leastUnplaced } from './remainder.js';

/** Copies are told in tens: one copy more or less is no figure. */
const COPIES_STEP = 10;

/**
 * Posts by stance, only the stances that many people stand behind, and never so that those left out amount to less than
 * the gate asks for. Who took which stance, and where, is not kept. But a stance with more posts than the
 * `minimumAuthors - 1` most prolific authors wrote in the whole cell has `minimumAuthors` of its own; and every source
 * without a post of the stance has one that was left out.
 * @param apart posts of a stance that no neighbourhood holds; where given, a stance is told only if they too pass
 */
const toldStances = (
  stances: BlockFigures['stances'],
  cell: Pick<Cell, 'posts' | 'authors' | 'sources'>,
  rules: ProtectionRules,
  apart?: (stance: Stance) => number,
): BlockFigures['stances'] => {
  const { top } = cell.authors;
  const ofFew = cell.authors.ofMostProlific(rules.minimumAuthors - 1);
  const told = (Object.entries(stances) as [Stance, number][])
    .filter(
      ([stance, posts]) =>
        posts >= rules.minimumPosts &&
        posts > ofFew &&
        cell.sources.size - (cell.posts - posts) >= rules.minimumSources &&
        top <= rules.maximumTopAuthorShare * posts &&
        (apart === undefined || apart(stance) >= leastUnplaced(rules)),
    )
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1));
  let left = cell.posts - told.reduce((sum, [, posts]) => sum + posts, 0);
  while (told.length > 0 && left > 0 && left < rules.minimumPosts) left += told.pop()?.[1] ?? 0;
  return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The figures with their copies in tens. */
export const coarse = (figures: BlockFigures): BlockFigures => ({
  ...figures,
  copies: COPIES_STEP * Math.round(figures.copies / COPIES_STEP),
});

/** What a reader may see of a neighbourhood's block that passed the gate. A code that is not there is not told, or has no post. */
export const toldFigures = (cell: Cell, rules: ProtectionRules): BlockFigures => {
  const figures = coarse(figuresOf(cell));
  const languages = chooseCodes(byCode(cell, 'languages'), rules);
  const rungs = chooseCodes(byCode(cell, 'rungs'), rules);
  return {
    ...figures,
    languages: languages.posts,
    rungs: rungs.posts,
    stances: toldStances(figures.stances, cell, rules),
    flaggedBy: { posts: cell.posts, languages: languages.flagged, rungs: rungs.flagged },
  };
};

/**
 * The same for the city as a whole. A language is told only when many of its posts stand in no neighbourhood; the rungs never
 * are, since they would say how many those are.
 * @param placed the cells of every neighbourhood in the same weeks
 */
export const toldCityFigures = (
  cell: Cell,
  placed: readonly Pick<Cell, 'authors' | 'stances'>[],
  rules: ProtectionRules,
): BlockFigures => {
  const figures = coarse(figuresOf(cell));
  const languages = cityLanguages(cell, placed, rules);
  const inAreas = (stance: Stance): number => placed.reduce((sum, { stances }) => sum + (stances.get(stance) ?? 0), 0);
  return {
    ...figures,
    languages: languages.posts,
    rungs: {},
    stances: toldStances(figures.stances, cell, rules, (stance) => (figures.stances[stance] ?? 0) - inAreas(stance)),
    flaggedBy: { posts: cell.posts, languages: languages.flagged, rungs: {} },
  };
};
