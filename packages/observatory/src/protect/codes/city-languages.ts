import type { ProtectionRules } from '@marsad/records';
import { AuthorCounts } from '../../tally/author-counts.js';
import { byCode, type CodeCell, codesTogether } from '../../tally/by-code.js';
import type { Cell } from '../../tally/cell.js';
import { leastUnplaced, Remainder } from '../remainder.js';
import { chooseCodes, type ToldCodes } from './choose-codes.js';

/** More languages than any city was seen to tell; how they can be subtracted is looked at for every set of them. */
const MOST_LANGUAGES = 8;

const together = (codes: ReadonlyMap<string, CodeCell>, of: readonly string[]): CodeCell =>
  codesTogether(of.flatMap((code) => codes.get(code) ?? []));

/**
 * The languages that are told of the city as a whole: as of a neighbourhood, and of every language, and of all that are not told
 * together, as many posts must name no neighbourhood as a block of the city must have of these. Whatever neighbourhoods
 * tell, now or later, these posts are never taken away.
 * @param placed the cells of every neighbourhood in the same weeks
 */
export const cityLanguages = (
  cell: Pick<Cell, 'authors'>,
  placed: readonly Pick<Cell, 'authors'>[],
  rules: ProtectionRules,
): ToldCodes => {
  const whole = byCode(cell, 'languages');
  const inAreas = new AuthorCounts();
  for (const { authors } of placed) inAreas.merge(authors);
  const taken = byCode({ authors: inAreas }, 'languages');
  const largest = new Set(
    [...whole]
      .sort(([a, some], [b, more]) => more.posts - some.posts || (a < b ? -1 : 1))
      .slice(0, MOST_LANGUAGES)
      .map(([code]) => code),
  );
  return chooseCodes(whole, rules, (codes) => {
    if (codes.length === 1 && codes.some((code) => !largest.has(code))) return false;
    const unplaced = new Remainder(together(whole, codes));
    unplaced.takeAway(together(taken, codes));
    return unplaced.isWide(rules, leastUnplaced(rules));
  });
};
