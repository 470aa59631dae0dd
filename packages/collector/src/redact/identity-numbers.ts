import { isCounted } from './harmless-number.js';
import { everyMatch, type Hidden, withoutWord } from './hidden.js';
import { announcedIds, isCalledCode } from './words-before.js';

const GAP = '[ \\u00A0\\u202F\\u2060.-]{0,2}';
/** French social security: sex, year, month, department (2A, 2B in Corsica), commune, order, perhaps the key. */
const NIR = new RegExp(
  `(?<![\\p{L}\\p{N}])[12]${GAP}\\d{2}${GAP}(?:0[1-9]|1[0-2]|[2-9]\\d)${GAP}(?:\\d{2}|2[AB])${GAP}\\d{3}${GAP}\\d{3}(?:${GAP}\\d{2})?(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Moroccan card without a word before it: one or two capitals and six digits. With other lengths it takes a word. */
const BARE_CARD = /(?<![\p{L}\p{N}#_/.-])[A-Z]{1,2}\d{6}(?![\p{L}\p{N}_]|[-/.]\d)/gu;
/** Letters and digits of a card or passport: AB123456, 12AB34567, أ 123456, 0123 4567. */
const ANNOUNCED = announcedIds(
  '(?:\\d{2}[A-Z]{2}\\d{5}|\\p{L}{0,3}[ -]?\\d(?:[ \\u00A0\\u2060.-]?\\d){4,17})(?![\\p{L}\\p{N}_])',
);
const CONTEXT = 40;

/**
 * Numbers of identity cards, passports and social security: by their form where it is like no other, otherwise where the
 * words before say what they are.
 * @param text with Latin digits
 */
export const identityNumbers = (text: string): Hidden[] => [
  // "Le passeport à 50000 DH" is a price.
  ...everyMatch(ANNOUNCED, 'id', text)
    .map((found) => withoutWord(text, found))
    .filter(({ start, end }) => !isCounted(text.slice(start, end), '', text.slice(end, end + CONTEXT))),
  ...[...everyMatch(NIR, 'id', text), ...everyMatch(BARE_CARD, 'id', text)].filter(
    ({ start }) => !isCalledCode(text, start),
  ),
];
