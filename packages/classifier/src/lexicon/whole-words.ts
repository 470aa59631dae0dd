/**
 * Languages in Arabic letters that write no particles onto words. Peeled as Arabic is, their words would meet others:
 * Urdu سکتے «can» without its first letter is کتے «dogs».
 */
const WHOLE_WORDS = new Set(['urd']);

/** Whether the words of a lexicon in this language are matched as they stand, nothing peeled off. */
export const matchesWholeWords = (language: string): boolean => WHOLE_WORDS.has(language);

/** The key of a word that is matched as it stands, apart from those of `word-keys.ts`. */
export const wholeWordKey = (form: string): string => `w:${form}`;
