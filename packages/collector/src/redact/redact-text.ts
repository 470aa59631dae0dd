import { bankAccounts } from './bank-accounts.js';
import { everyMatch, type Hidden, hide } from './hidden.js';
import { identityNumbers } from './identity-numbers.js';
import { withLatinDigits } from './latin-digits.js';
import { phoneNumbers } from './phone-numbers.js';
import { plates } from './plates.js';
import { redactAddress } from './redact-address.js';

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"«»“”]+/giu;
// Bounded repeats keep every pattern linear in the length of the text.
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?:[@＠][\p{L}\p{M}\p{N}_.-]{1,64})*/gu;
// With its server where it has one: @name@server.
const HANDLE =
  /(?<![\p{L}\p{N}_@＠./])[@＠]+[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,64}(?:[@＠]+[\p{L}\p{M}\p{N}_.-]{1,64})*(?<![.-])/gu;
/** What is hidden makes room for what stood beside it; more rounds than this were never needed. */
const MAXIMUM_ROUNDS = 4;

/** Nothing with fewer digits is hidden for its digits. */
const HAS_DIGITS = /\p{Nd}(?:[^\p{Nd}]{0,12}\p{Nd}){2}/u;

const hideInWords = (text: string): string => {
  const pieces: Hidden[] = /[@＠]/u.test(text)
    ? [...everyMatch(HANDLE, 'user', text), ...everyMatch(EMAIL, 'email', text)]
    : [];
  if (HAS_DIGITS.test(text)) {
    const latin = withLatinDigits(text);
    pieces.push(...bankAccounts(latin), ...plates(latin), ...identityNumbers(latin), ...phoneNumbers(latin));
  }
  return pieces.length === 0 ? text : hide(text, pieces);
};

const redactOnce = (text: string): string => {
  let out = '';
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    out += hideInWords(text.slice(end, match.index)) + redactAddress(match[0]);
    end = match.index + match[0].length;
  }
  return out + hideInWords(text.slice(end));
};

/**
 * Hides what could lead to a person: e-mail addresses, telephone numbers, @handles, numbers of identity cards, passports
 * and bank accounts, plates of vehicles, also in web addresses, and there the names of users. Rather a telephone number too
 * many than one kept; dates, scores, amounts and the numbers of things stay. Takes time in the length of the text, and
 * changes nothing the second time.
 */
export const redactText = (text: string): string => {
  let redacted = text;
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const next = redactOnce(redacted);
    if (next === redacted) break;
    redacted = next;
  }
  return redacted;
};
