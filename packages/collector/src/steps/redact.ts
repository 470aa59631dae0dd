import type { Step } from './draft.js';
import { hideUserInUrl } from './hide-user-in-url.js';

const EMAIL_MARK = '⟨email⟩';
const PHONE_MARK = '⟨phone⟩';
const USER_MARK = '⟨user⟩';

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"«»“”]+/giu;
// Bounded repeats keep every pattern linear in the length of the text.
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?:[@＠][\p{L}\p{M}\p{N}_.-]{1,64})*/gu;
// With its server where it has one: @name@server.
const HANDLE =
  /(?<![\p{L}\p{N}_@＠./])[@＠]+[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,64}(?:[@＠]+[\p{L}\p{M}\p{N}_.-]{1,64})*(?<![.-])/gu;
// Digits of any script (Latin, Arabic-Indic, Persian …), spaced, dotted, hyphenated or in brackets.
const NUMBER = /(?<![\p{L}\p{N}_.,])[+＋]?\(?\p{Nd}(?:[ \u00A0\u202F.\-–()]{0,2}\p{Nd}){7,15}(?![\p{L}\p{N}_])/gu;

const latinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // The decimal digits of every script are ten consecutive code points; walking down finds the zero.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code < 0x80 ? code - 0x30 : code - zero);
  });

const isDate = (number: string): boolean =>
  /^(?:19|20)\d{2}([.\- ]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])$/.test(number) ||
  /^(?:0?[1-9]|[12]\d|3[01])([.\- ])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}$/.test(number) ||
  /^(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}$/.test(number);

/** Thousands in groups of three, such as 12 000 000: an amount. */
const isAmount = (number: string): boolean => /^\d{1,3}(?:[. \u00A0\u202F]\d{3})*[. \u00A0\u202F]000$/.test(number);

const hideNumber = (found: string): string => {
  const number = latinDigits(found);
  return isDate(number) || isAmount(number) ? found : PHONE_MARK;
};

const redactWords = (text: string): string =>
  text.replace(HANDLE, USER_MARK).replace(EMAIL, EMAIL_MARK).replace(NUMBER, hideNumber);

/**
 * Hides what could lead to a person: e-mail addresses, telephone numbers, @handles, user names in web addresses. Rather a
 * number too many than a telephone number kept; dates and round amounts stay.
 */
export const redactText = (text: string): string => {
  let out = '';
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    out += redactWords(text.slice(end, match.index)) + hideUserInUrl(match[0]);
    end = match.index + match[0].length;
  }
  return out + redactWords(text.slice(end));
};

/** Step: redacts text and title, before anything else sees them. */
export const redact: Step = (draft) => {
  const { title, ...rest } = draft;
  return { ...rest, text: redactText(draft.text), ...(title === undefined ? {} : { title: redactText(title) }) };
};
