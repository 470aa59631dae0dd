import { everyMatch, type Hidden, withoutWord } from './hidden.js';
import { announcedPlates, isCalledCode } from './words-before.js';

const NOT_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_#/.,+-])';
const NOT_AFTER = '(?![\\p{L}\\p{M}\\p{N}_]|[-/.,]\\d)';
const BAR = ' ?[-–|/] ?';
const whole = (pattern: string, flags = 'gu'): RegExp => new RegExp(`${NOT_BEFORE}(?:${pattern})${NOT_AFTER}`, flags);

const YEAR = /^(?:19|20)\d{2}$/;
/** Three single letters before a number that are no plate: news agencies, kinds of companies. */
const SHORT_FORMS = /^(?:[اأ] ?ف ?ب|د ?ب ?[اأ]|و ?م ?ع|و ?[اأ] ?ج|و ?[اأ] ?ت|ش ?م ?م|ش ?ذ ?م|ق ?ن ?[اأ]|[اأ] ?ب ?ت)$/u;

/** Morocco: number, letter of the series, prefecture; read from either end, since writing runs both ways. */
const MOROCCAN = [
  whole(`\\d{4,5}${BAR}(?:[A-Z]|[ء-ي])${BAR}\\d{1,2}`),
  whole(`\\d{1,2}${BAR}(?:[A-Z]|[ء-ي])${BAR}\\d{4,5}`),
  whole('\\d{5} (?:[A-Z]|[أبدطيشجا]) \\d{1,2}'),
  whole('\\d{4,5}(?:[A-Z]|[ء-ي])\\d{1,2}'),
];
/** Tunisia: series, the word or TU, number. */
const TUNISIAN = whole('\\d{1,3} ?[-–]? ?(?:تونس|TUN?|TN|Tun|Tunis|TUNIS|TUNISIE) ?[-–]? ?\\d{1,4}');
/** France since 2009. */
const FRENCH = [
  whole('[A-HJ-NP-TV-Z]{2}[-–]\\d{3}[-–][A-HJ-NP-TV-Z]{2}', 'giu'),
  whole('[A-HJ-NP-TV-Z]{2} ?\\d{3} ?[A-HJ-NP-TV-Z]{2}'),
];
/** Egypt: two or three single letters and three or four digits. */
const EGYPTIAN = [whole('[ء-ي](?:[ -][ء-ي]){1,2} ?-? ?\\d{3,4}'), whole('\\d{3,4} ?-? ?[ء-ي](?:[ -][ء-ي]){1,2}')];
const PART = '(?:\\d{1,6}|تونس|TUNIS|\\p{L}{1,3})';
/** Anything of letters and digits, where the words before say that it is a plate. */
const ANNOUNCED = announcedPlates(
  `(?:\\d{1,6}|\\p{L}{1,3}(?= ?[-–|/]? ?(?:\\p{L}{1,2} ){0,2}\\d))(?: ?[-–|/]? ?${PART}(?![\\p{L}\\p{N}])){0,4}${NOT_AFTER}`,
);

const isTunisian = (plate: string): boolean => {
  const [series = '', number = ''] = plate.match(/\d+/g) ?? [];
  // "0 تونس 1" is a score, "16 تونس 2024" a place and a year.
  return series.length >= 2 && number.length >= 3 && !(YEAR.test(number) && series.length < 3);
};

const isEgyptian = (plate: string): boolean => {
  const letters = plate.replace(/[\d-]/g, '').trim();
  const number = plate.replace(/\D/g, '');
  // Two letters are short for much: ص ب (post box), ق م (before Christ), ك م.
  return letters.split(/[ -]/).length === 3 && !YEAR.test(number) && !SHORT_FORMS.test(letters);
};

/** "123 AB" of a street, "2024 A 10": only what has a plate's five digits or its bars. */
const isMoroccan = (plate: string): boolean => {
  const long = plate.match(/\d{4,5}/)?.[0] ?? '';
  return long.length === 5 || (!YEAR.test(long) && /[-–|/]/.test(plate));
};

/**
 * Plates of vehicles: Moroccan, Tunisian, French, Egyptian by their form, others where the words before say so.
 * @param text with Latin digits
 */
export const plates = (text: string): Hidden[] => {
  const of = (patterns: readonly RegExp[], isOne: (plate: string) => boolean): Hidden[] =>
    patterns
      .flatMap((pattern) => everyMatch(pattern, 'plate', text))
      .filter(({ start, end }) => isOne(text.slice(start, end)));
  const announced = everyMatch(ANNOUNCED, 'plate', text)
    .map((found) => withoutWord(text, found))
    .filter(({ start, end }) => (text.slice(start, end).match(/\d/g) ?? []).length >= 3);
  const formed = [
    ...of(MOROCCAN, isMoroccan),
    ...of([TUNISIAN], isTunisian),
    ...of(FRENCH, () => true),
    ...of(EGYPTIAN, isEgyptian),
  ];
  return [...announced, ...formed.filter(({ start }) => !isCalledCode(text, start))];
};
