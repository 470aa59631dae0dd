import type { Hidden } from './hidden.js';
import { isCalledAccount } from './words-before.js';

/** Lengths of account numbers by country, from the registry of ISO 13616. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AE23 AT20 BE16 BH22 CH21 DE22 DK18 DZ26 EG29 ES24 FI18 FR27 GB22 GR27 IE22 IQ23 IT27 JO30 KW30 LB28 ' +
    'LU20 LY25 MA28 MR27 MT31 NL18 NO15 PL28 PS29 PT25 QA29 RO24 SA24 SD18 SE24 TN24 TR26 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const START = /(?<![\p{L}\p{N}])([a-z]{2})[ -]?\d{2}/giu;
const LONGEST_GAP = 3;

/** ISO 7064 MOD 97-10, over the number with its first four characters at the end and letters as 10 to 35. */
const hasRightCheckDigits = (account: string): boolean => {
  let rest = 0;
  for (const char of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};

/** The end of so many letters and digits from `start`, with a few spaces and hyphens between; undefined where there are fewer. */
const endAfter = (text: string, start: number, count: number): number | undefined => {
  let left = count;
  let gap = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (/[A-Za-z0-9]/.test(char)) {
      left -= 1;
      gap = 0;
      if (left === 0) return /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) ? undefined : at + 1;
    } else if (/[ \u00A0\u202F\u2060-]/.test(char) && gap < LONGEST_GAP) gap += 1;
    else return undefined;
  }
  return undefined;
};

/**
 * International bank account numbers, spaced or not: of the right length for their country, and with the right check
 * digits, or all digits but for the bank's code, or called an account.
 * @param text with Latin digits
 */
export const bankAccounts = (text: string): Hidden[] => {
  const found: Hidden[] = [];
  for (const match of text.matchAll(START)) {
    const start = match.index;
    const length = LENGTHS.get((match[1] ?? '').toUpperCase());
    const end = length === undefined ? undefined : endAfter(text, start, length);
    if (end === undefined) continue;
    const account = text
      .slice(start, end)
      .replace(/[^A-Za-z0-9]/g, '')
      .toUpperCase();
    const isMostlyDigits = /^[A-Z]{2}\d{2}[A-Z]{0,4}\d+$/.test(account);
    if (hasRightCheckDigits(account) || isMostlyDigits || isCalledAccount(text, start))
      found.push({ start, end, as: 'id' });
  }
  return found;
};
