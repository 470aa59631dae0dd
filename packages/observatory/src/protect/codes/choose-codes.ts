import type { BlockFigures, ProtectionRules, Signal } from '@marsad/records';
import { type CodeCell, codesTogether } from '../../tally/by-code.js';
import { gateOf } from '../gate.js';

type FlaggedOfCodes = Record<string, Record<Signal, number>>;

/** What is told of the posts of a block by language or by rung. */
export interface ToldCodes {
  posts: Record<string, number>;
  flagged: FlaggedOfCodes;
}

const passes = (cell: CodeCell, rules: ProtectionRules): boolean => gateOf(cell, rules) === null;

/**
 * The codes of a block that may be told: each passes the gate by itself, and so do all posts of the others together, if there
 * are any; the smallest is left untold until they do. So whoever adds and subtracts what is told of one list is left with
 * posts that pass. Dropping one more keeps it so.
 * @param codes all posts of the block by code
 * @param isOpen what else a code must be to be told, and what is left untold together; everything if left out
 */
export const chooseCodes = (
  codes: ReadonlyMap<string, CodeCell>,
  rules: ProtectionRules,
  isOpen: (codes: readonly string[]) => boolean = () => true,
): ToldCodes => {
  const bySize = [...codes].sort(([a, some], [b, more]) => more.posts - some.posts || (a < b ? -1 : 1));
  const told = bySize.filter(([code, cell]) => passes(cell, rules) && isOpen([code]));
  const left = bySize.filter((one) => !told.includes(one));
  const mayStay = (): boolean =>
    passes(codesTogether(left.map(([, cell]) => cell)), rules) && isOpen(left.map(([code]) => code));
  while (told.length > 0 && left.length > 0 && !mayStay()) left.push(...told.splice(-1));
  told.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    posts: Object.fromEntries(told.map(([code, { posts }]) => [code, posts])),
    flagged: Object.fromEntries(told.map(([code, { flagged }]) => [code, { ...flagged }])),
  };
};

/** The codes of a list as a block tells them, without one of them. */
export const withoutLanguage = (figures: BlockFigures, code: string): BlockFigures => {
  const { [code]: _, ...languages } = figures.languages;
  if (figures.flaggedBy === undefined) return { ...figures, languages };
  const { [code]: __, ...flagged } = figures.flaggedBy.languages;
  return { ...figures, languages, flaggedBy: { ...figures.flaggedBy, languages: flagged } };
};
