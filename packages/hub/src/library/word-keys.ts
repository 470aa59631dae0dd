import { arabicSingulars } from '@marsad/records';
import { foldWords } from './fold-words.js';

/** Stands before a word that is kept for its shape alone: folded words hold none, and the index takes it for a letter. */
const MARK = 'ـ';

const shapesOf = (word: string): string[] => [word, ...arabicSingulars(word)].map((shape) => `${MARK}${shape}`);

/** A text as it stands in the index: its words, and of Arabic ones those that they may be the plural of. */
export const indexedWords = (text: string): string[] =>
  foldWords(text).flatMap((word) => [word, ...(/[\u0621-\u064a]/u.test(word) ? shapesOf(word) : [])]);

/**
 * A question to the index (FTS5): every word, as it is, or as the plural or singular of what stands there; the last one may be only
 * begun. Empty for a question without words.
 */
export const indexQuestion = (text: string): string => {
  const words = foldWords(text);
  return words
    .map((word, at) => {
      const ways = [`"${word}"${at === words.length - 1 ? '*' : ''}`, ...shapesOf(word).map((shape) => `"${shape}"`)];
      return `(${ways.join(' OR ')})`;
    })
    .join(' AND ');
};
