import type { Draft } from './draft.js';

const isArabic = (unit: number): boolean => unit >= 0x620 && unit <= 0x6ff;
const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x52f) || isArabic(unit);

/**
 * Shortens a letter written three times or more: to one in Arabic, where no word has three of a letter, to two in
 * other scripts («looooser» → «looser»), where doubles are common; the word look-up tries such words with one as well.
 * Marks every shortened place in `elongated`.
 */
export const shortenElongation = (draft: Draft): void => {
  const { units, starts, ends } = draft;
  let kept = 0;
  for (let i = 0; i < draft.length; ) {
    const unit = units[i] ?? 0;
    let next = i + 1;
    while (next < draft.length && units[next] === unit) next += 1;
    const run = next - i;
    const keep = run >= 3 && isLetter(unit) ? (isArabic(unit) ? 1 : 2) : run;
    if (keep < run) draft.elongated.push(kept);
    for (let k = 0; k < keep; k++) {
      units[kept] = unit;
      starts[kept] = starts[i + k] ?? 0;
      // The last unit kept stands for all that were left out.
      ends[kept] = (k === keep - 1 ? ends[next - 1] : ends[i + k]) ?? 0;
      kept += 1;
    }
    i = next;
  }
  draft.length = kept;
};
