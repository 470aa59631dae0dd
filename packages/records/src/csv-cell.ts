/**
 * What a spreadsheet takes for a formula: =, +, - and @, also full-width, after spaces and unseen marks, at the start of a
 * cell or after any sign that a spreadsheet with other settings may take for the end of one.
 */
const FORMULA = /(^|[,;|\t\r\n])(["'\s\p{Cf}]*)([=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** Text that no spreadsheet takes for a formula: an apostrophe before the sign tells it to read text. */
const withoutFormula = (text: string): string =>
  text.replace(FORMULA, (_, before: string, unseen: string, sign: string) => `${before}'${unseen}${sign}`);

/** Signs after which a cell must stand in quotes; `#` because notes begin with it. */
const NEEDS_QUOTES = /["#,;|\t\r\n]|^\s|\s$/u;

/** Text as a cell of a CSV file (RFC 4180), safe to open in a spreadsheet. */
export const textCell = (text: string): string => {
  const safe = withoutFormula(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Shares are told to a millionth: finer than any number of posts that a share is of. */
const DIGITS = 6;

/** A number as a cell, empty for null; `decimalMark` as the program that opens it expects. */
export const numberCell = (value: number | null, decimalMark: '.' | ','): string =>
  value === null ? '' : String(Number(value.toFixed(DIGITS))).replace('.', decimalMark);
