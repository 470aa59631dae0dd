import { GAP, isCounted, isFraction, isHarmless, isListOfSmall } from './harmless-number.js';
import type { Hidden } from './hidden.js';
import { isCalledCode, isCalledPublishedCode } from './words-before.js';

const MINIMUM_DIGITS = 8;
/** Longer than every word that says what a number counts. */
const CONTEXT = 60;
/** Digits with at most three separators between two of them; every character is read once. */
const RUN = new RegExp(`[+＋]?\\(?\\d(?:${GAP}{0,3}\\d)*`, 'gu');
/** French and Moroccan habit: 06/12/34/56/78. */
const WITH_SLASHES = /(?<![\d/])0\d(?:[/_]\d{2}){4}(?![\d/])/g;
/** A mobile number of ten digits, or any number with the sign or zeros of an international call. */
const SURELY_A_PHONE = /^(?:\+|＋|00[1-9]|0[5-7]\d{8}$|01[0-25]\d{8}$)/;
const EGYPTIAN_ID = /^[23]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{7}$/;

const isLatinOrUnderscore = (char: string): boolean => /^[\p{Script=Latin}_]$/u.test(char);

/** Hours after a date and minutes before one belong to a time of day, which a colon or "h" breaks in two. */
const withoutTimeOfDay = (run: string, before: string, after: string): string => {
  const hour = /^(?::|h(?!\p{L}))/iu.test(after) ? run.replace(/[ \u00A0]\d{1,2}$/, '') : run;
  return /\d[:h]$/.test(before) ? hour.replace(/^\d{2} /, '') : hour;
};

/**
 * Telephone numbers and other numbers of eight digits or more: spaced, dotted, hyphenated, in brackets. Rather a number too
 * many than a telephone number kept, but what names nobody stays: dates, years, scores, round amounts, amounts with a
 * unit, fractions, numbers that are called those of things.
 * @param text with Latin digits
 */
export const phoneNumbers = (text: string): Hidden[] => {
  const found: Hidden[] = [];
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    const start = match.index;
    const end = start + run.length;
    const digits = run.replace(/\D/g, '');
    if (digits.length < MINIMUM_DIGITS) continue;
    const bare = `${/^[+＋]/.test(run) ? '+' : ''}${digits}`;
    const sure = SURELY_A_PHONE.test(bare);
    const before = text.slice(Math.max(0, start - CONTEXT), start);
    const after = text.slice(end, end + CONTEXT);
    // Within a word of letters and digits it is a code: only what can be nothing else is hidden there.
    const inWord = isLatinOrUnderscore(before.slice(-1)) || isLatinOrUnderscore(after.slice(0, 1));
    const inFraction = /\d[.,٫]$/.test(before);
    if (!sure && (inWord || inFraction || isCounted(run, before, after))) continue;
    if (isHarmless(withoutTimeOfDay(run, before, after)) || isFraction(run) || isListOfSmall(run, before)) continue;
    if (sure ? isCalledPublishedCode(text, start) : isCalledCode(text, start)) continue;
    found.push({ start, end, as: EGYPTIAN_ID.test(digits) ? 'id' : 'phone' });
  }
  for (const { index, 0: run } of text.matchAll(WITH_SLASHES))
    found.push({ start: index, end: index + run.length, as: 'phone' });
  return found;
};
