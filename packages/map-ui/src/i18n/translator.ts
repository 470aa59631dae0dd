import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Level } from '../view/levels.js';
import { percentDigits } from '../view/percent-digits.js';
import { loadCatalogue, loadLevelWords, type MessageKey } from './catalogues.js';

/** What may stand in a message: counts as numbers (for the plural), everything else as words. */
type MessageValues = Record<string, string | number | boolean>;

/** Everything a page needs to speak one language; `Key`: the messages that it can say. */
export interface Translator<Key extends string = MessageKey> {
  language: InterfaceLanguage;
  direction: 'ltr' | 'rtl';
  /** the message, its values filled in */
  say: (key: Key, values?: MessageValues) => string;
  /** a message whose key is made at run time (a code of the data); the code itself where no message exists */
  sayCode: (group: string, code: string) => string;
  count: (value: number) => string;
  /** a share 0–1, with the decimals that `percentDigits` gives it */
  percent: (share: number) => string;
  /** a share 0–1 with as many decimals as are asked for, as its neighbour in a comparison has */
  percentTo: (share: number, digits: number) => string;
  /** a difference of two shares in percentage points, with its sign and at most as many decimals as are asked for */
  points: (difference: number, digits?: number) => string;
  /** words joined as this language does */
  list: (items: readonly string[]) => string;
  /** a day such as 30 March 2026 (UTC), from milliseconds since 1970 */
  day: (time: number, style: 'short' | 'long' | 'day-month' | 'month-year') => string;
  /** the language's own name for an ISO 639-3 code */
  languageName: (code: string) => string;
  collator: Intl.Collator;
}

// Latin digits in Arabic too: the Maghreb writes them, and figures are compared across the three languages.
const LOCALES: Record<InterfaceLanguage, string> = { ar: 'ar-u-nu-latn', en: 'en-GB', fr: 'fr' };

/** What the browser's list of language names can be asked for without it throwing. */
const LANGUAGE_CODE = /^[a-z]{2,3}$/;

const DAY_STYLES = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  'day-month': { day: 'numeric', month: 'short' },
  'month-year': { month: 'short', year: 'numeric' },
} as const;

/** Sets words of another language or direction apart, so that they cannot turn their surroundings round. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** Makes the translator of one language from its catalogue. Messages are parsed on first use and kept. */
export const createTranslator = <Key extends string = MessageKey>(
  language: InterfaceLanguage,
  messages: Readonly<Record<Key, string>>,
): Translator<Key> => {
  const locale = LOCALES[language];
  const catalogue: Readonly<Record<string, string>> = messages;
  const parsed = new Map<string, IntlMessageFormat>();
  const format = (key: string, message: string, values: MessageValues): string => {
    let known = parsed.get(key);
    if (!known) {
      known = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      parsed.set(key, known);
    }
    return String(known.format(values));
  };
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Map<number, Intl.NumberFormat>();
  const percentWith = (digits: number): Intl.NumberFormat => {
    const made =
      percents.get(digits) ?? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
    percents.set(digits, made);
    return made;
  };
  const points = new Map<number, Intl.NumberFormat>();
  const pointsWith = (digits: number): Intl.NumberFormat => {
    const made =
      points.get(digits) ?? new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: digits });
    points.set(digits, made);
    return made;
  };
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languageNames = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const days = new Map(
    Object.entries(DAY_STYLES).map(([style, options]) => [
      style,
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
    ]),
  );
  const sayCode = (group: string, code: string): string => {
    const message = catalogue[`${group}.${code}`];
    return message === undefined ? code : format(`${group}.${code}`, message, {});
  };
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    say: (key, values = {}) => format(key, messages[key], values),
    sayCode,
    count: (value) => numbers.format(value),
    percent: (share) => percentWith(percentDigits(share)).format(share),
    percentTo: (share, digits) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(share),
    // A hyphen is no minus sign: it is short, and lines break after it.
    points: (difference, digits = 1) =>
      pointsWith(digits)
        .format(difference * 100)
        .replace('-', '\u2212'),
    list: (items) => lists.format(items),
    day: (time, style) => days.get(style)?.format(time) ?? '',
    // The browser does not know the Arabic dialects in every language: those stand in the catalogue.
    languageName: (code) =>
      catalogue[`language.${code}`] === undefined && LANGUAGE_CODE.test(code)
        ? (languageNames.of(code) ?? code)
        : sayCode('language', code),
    collator: new Intl.Collator(locale),
  };
};

/** Fetches a language's catalogue and makes its translator, which speaks of the places of a level. */
export const openTranslator = async (
  language: InterfaceLanguage,
  level: Level = 'neighbourhoods',
): Promise<Translator> => {
  const [catalogue, words] = await Promise.all([loadCatalogue(language), loadLevelWords(language, level)]);
  return createTranslator(language, { ...catalogue, ...words });
};
