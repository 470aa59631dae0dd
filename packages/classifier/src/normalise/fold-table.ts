import { foldCharacter } from './fold-character.js';

/** In the table: the code unit that replaces this one; or one of these two. */
export const DROPPED = 0;
export const SEVERAL = 0xffff;

export interface FoldTable {
  /** 65,536 entries, one a UTF-16 code unit */
  single: Uint16Array;
  /** replacement of the code units marked SEVERAL */
  several: Map<number, string>;
}

let table: FoldTable | undefined;

/** The folding of every character of the basic plane, computed once (about 50 ms) when the first text comes. */
export const foldTable = (): FoldTable => {
  if (table) return table;
  const single = new Uint16Array(65_536);
  const several = new Map<number, string>();
  for (let unit = 0; unit < 65_536; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) {
      single[unit] = unit;
      continue;
    }
    const folded = foldCharacter(String.fromCharCode(unit));
    if (folded.length === 1) single[unit] = folded.charCodeAt(0);
    else if (folded.length > 1) {
      single[unit] = SEVERAL;
      several.set(unit, folded);
    }
  }
  table = { single, several };
  return table;
};

const astral = new Map<number, string>();

/** The folding of a character beyond the basic plane (emoji, mathematical letters), computed when it is first seen. */
export const foldAstral = (codePoint: number): string => {
  const known = astral.get(codePoint);
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCodePoint(codePoint));
  astral.set(codePoint, folded);
  return folded;
};
