import type { Draft } from './draft.js';

/** Cyrillic and Greek small letters that look like a Latin one. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  һ: 'h',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  γ: 'y',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};
const byUnit = new Map(Object.entries(LOOKALIKES).map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]));

const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x24f);
const isGreekOrCyrillic = (unit: number): boolean => unit >= 0x370 && unit <= 0x52f;

/**
 * Writes look-alike letters in Latin where they stand in one word with Latin letters («hаte» with a Cyrillic а). A
 * word wholly in Greek or Cyrillic stays as it is.
 */
export const latiniseLookalikes = (draft: Draft): void => {
  const { units, length } = draft;
  let i = 0;
  while (i < length) {
    const from = i;
    let latin = false;
    let other = false;
    for (; i < length; i++) {
      const unit = units[i] ?? 0;
      if (isLatin(unit)) latin = true;
      else if (isGreekOrCyrillic(unit)) other = true;
      else break;
    }
    if (latin && other) {
      for (let k = from; k < i; k++) units[k] = byUnit.get(units[k] ?? 0) ?? units[k] ?? 0;
    }
    if (i === from) i += 1;
  }
};
