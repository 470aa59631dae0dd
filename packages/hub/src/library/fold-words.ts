import { foldWord } from '@marsad/observatory/snapshot';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}ـ]*/gu;

/** The Arabic article with what is written onto it (and, with, like, to, in); three letters must be left to be a word. */
const ARTICLE = /^(?:[وف]?[بكل]?ال|[وف]?لل)(?=.{3})/u;

/**
 * The words of a text as they are looked up: case, accents, vowel marks, tatweel and the spellings of alef, ya and ta marbuta
 * made one, the Arabic article taken off. A text and a question folded alike meet however either is written.
 */
export const foldWords = (text: string): string[] =>
  [...text.normalize('NFKC').matchAll(WORD)].flatMap(([word]) => {
    const folded = foldWord(word).replace(ARTICLE, '');
    return folded === '' ? [] : [folded];
  });
