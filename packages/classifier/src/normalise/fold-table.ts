import { PageTable } from '../page-table.js';
import { foldCharacter } from './fold-character.js';

/** In the table: the code unit that replaces this one; or one of these two. */
export const DROPPED = 0;
export const SEVERAL = 0xffff;

/** Replacement of the code units marked SEVERAL. */
const several = new Map<number, string>();

/** What every UTF-16 code unit becomes. Halves of surrogate pairs stay. */
export const folds = new PageTable((unit) => {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const folded = foldCharacter(String.fromCharCode(unit));
  if (folded.length <= 1) return folded === '' ? DROPPED : folded.charCodeAt(0);
  several.set(unit, folded);
  return SEVERAL;
});

/** What a code unit becomes of which the table says SEVERAL. */
export const severalOf = (unit: number): string => several.get(unit) ?? '';

/** There are a million such characters; people use a few thousand. */
const MOST_ASTRAL = 10_000;
const astral = new Map<number, string>();

/** The folding of a character beyond the basic plane (emoji, mathematical letters), computed when it is first seen. */
export const foldAstral = (codePoint: number): string => {
  const known = astral.get(codePoint);
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCodePoint(codePoint));
  if (astral.size >= MOST_ASTRAL) astral.clear();
  astral.set(codePoint, folded);
  return folded;
};
