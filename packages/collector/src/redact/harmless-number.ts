/** Between the parts of one written number. */
export const GAP = '[ \\u00A0\\u202F\\u2060\\u200E\\u200F.\\-–()]';

const YEAR = '(?:1[4-9]\\d{2}|20\\d{2})';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';

/**
 * Pieces of numbers that name nobody, the longest first: dates, round amounts in groups of three (12 000 000), scores
 * (2-1), years, round numbers (4000). Each ends where its digits end.
 */
const STRONG = [
  `${YEAR}(?<ymd>[.\\- ]?)${MONTH}\\k<ymd>${DAY}`,
  `${DAY}(?<dmy>[.\\- ])${MONTH}\\k<dmy>${YEAR}`,
  '[1-9]\\d{0,2}(?:[. \\u00A0\\u202F]\\d{3}){0,4}[. \\u00A0\\u202F]000',
  '(?:0|[1-9]\\d?)(?: ?[-–] ?| )(?<=[-–] ?)(?:0|[1-9]\\d?)',
  YEAR,
  '[1-9]\\d{0,3}00',
].map((unit) => new RegExp(`(?:${unit})(?!\\d)`, 'yu'));
const WEAK = /[1-9]\d{0,2}(?!\d)/y;
const BETWEEN = new RegExp(`${GAP}{1,3}`, 'yu');
/** Digits in small numbers beside dates and amounts; with more of them a telephone number might hide there. */
const MAXIMUM_WEAK_DIGITS = 7;

/**
 * Whether a run of digits is nothing but dates, years, scores and round amounts, with small numbers among them. Reads from
 * left to right without going back, so that it takes time in the length of the run.
 * @param run with Latin digits
 */
export const isHarmless = (run: string): boolean => {
  let at = 0;
  let weak = 0;
  let strong = 0;
  while (at < run.length) {
    const start = at;
    for (const unit of STRONG) {
      unit.lastIndex = at;
      const match = unit.exec(run);
      if (!match) continue;
      at += match[0].length;
      strong += 1;
      break;
    }
    if (at === start) {
      WEAK.lastIndex = at;
      const small = WEAK.exec(run)?.[0].length ?? 0;
      weak += small;
      if (small === 0 || weak > MAXIMUM_WEAK_DIGITS) return false;
      at += small;
    }
    if (at === run.length) break;
    BETWEEN.lastIndex = at;
    const between = BETWEEN.exec(run);
    if (!between) return false;
    at += between[0].length;
  }
  return strong > 0;
};

const CURRENCY =
  'dhs?|mad|dirhams?|€|eur(?:os?)?|\\$|usd|dollars?|£|dt|tnd|dinars?|da|dzd|egp|le|l\\.e\\.|jod|lbp|fcfa|cfa|sar|aed|درهما?|دراهم|دينارا?|دنانير|جنيها?|ليرة|دولارا?|أورو|يورو|ريالا?|سنتيم';
const COUNTED =
  'million|millions|milliards?|billions?|habitants?|inhabitants|personnes|people|voix|votes?|électeurs|voters|tonnes|tons|km|hectares?|ha|m2|m²|vues|views|abonnés|followers|likes|fois|times|ans|years|%|‰|kwh|mw|octets|bytes|مليونا?|مليارا?|ملايين|ألف|نسمة|شخصا?|صوتا?|ناخبا?|طنا?|كلم|كم|هكتارا?|مشاهدة|متابعا?|مرة|سنة|عاما?';
const UNIT_AFTER = new RegExp(
  `^\\)?(?:[,.٫]\\d{1,3})?[ \\u00A0\\u202F]{0,2}(?:${CURRENCY}|${COUNTED})(?![\\p{L}\\p{N}])`,
  'iu',
);
const SIGN_AFTER = /^(?:[,.٫]\d{1,3})?[ \u00A0\u202F]{0,2}[€$£%‰]/u;
const CURRENCY_BEFORE = new RegExp(`(?:(?<![\\p{L}\\p{N}])(?:${CURRENCY})|[€$£])[ \\u00A0\\u202F]{0,2}$`, 'iu');
const AMOUNT = '[1-9](?:\\d*|\\d{0,2}(?:[. \\u00A0\\u202F]\\d{3}){1,6})';
const AMOUNTS = new RegExp(`^\\(?${AMOUNT}(?: ?[-–] ?${AMOUNT})?\\)?$`, 'u');

/** Whether a run of digits counts money or things: "25 345 678 DH", "12 345 678,90 €", "3 456 789 habitants". */
export const isCounted = (run: string, before: string, after: string): boolean =>
  AMOUNTS.test(run) && (UNIT_AFTER.test(after) || SIGN_AFTER.test(after) || CURRENCY_BEFORE.test(before));

/** Decimal fractions such as 3.14159265 and 33.589886. */
export const isFraction = (run: string): boolean => /^(?:0|[1-9]\d{0,2})\.\d{3,}$/.test(run);

const LIST_OF_LINES =
  /(?<![\p{L}\p{N}])(?:lignes?|lines?|bus|tram|trams|routes?|خط|خطوط|الخطوط|الخط|الحافلات|الحافلة|numéros|tirage|loto|lotto|draw)[^\p{N}.!?؟\n]{0,20}$/iu;

/** Lists of small numbers after a word such as "bus lines" or "lottery": "lignes 12 15 18 22". */
export const isListOfSmall = (run: string, before: string): boolean =>
  /^[1-9]\d{0,2}(?:[ –-]{1,3}[1-9]\d{0,2}){3,}$/.test(run) && LIST_OF_LINES.test(before);
