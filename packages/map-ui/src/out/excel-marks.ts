/** The signs by which a spreadsheet of a country cuts a file into cells and numbers. */
export interface CsvMarks {
  separator: ',' | ';';
  decimal: '.' | ',';
}

/** What programs read: the same everywhere. */
export const PLAIN_MARKS: CsvMarks = { separator: ',', decimal: '.' };

/**
 * The signs that Excel expects on this reader's machine, guessed from the language of the browser (BCP 47, such as
 * `ar-MA`): where the decimal mark is a comma, and in Arabic everywhere, cells are cut at semicolons.
 */
export const excelMarks = (browserLanguage: string): CsvMarks => {
  let mark = '.';
  try {
    const parts = new Intl.NumberFormat(browserLanguage, { numberingSystem: 'latn' }).formatToParts(0.5);
    mark = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  } catch {
    // A browser that names no language of this world gets the signs of programs.
    return PLAIN_MARKS;
  }
  if (mark === ',') return { separator: ';', decimal: ',' };
  return browserLanguage.toLowerCase().startsWith('ar') ? { separator: ';', decimal: '.' } : PLAIN_MARKS;
};
