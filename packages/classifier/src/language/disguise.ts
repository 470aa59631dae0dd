import { unmask } from '../words/unmask.js';

const [A, Z, DIGIT_0, DIGIT_1, DIGIT_4] = [97, 122, 0x30, 0x31, 0x34];
const isLetter = (unit: number): boolean => unit >= A && unit <= Z;

/** Forms with digits that hide nothing: 1st, 4k, 10h30, mp4, b1, 14juillet, covid19. */
const PLAIN = /^(\d+[a-z]+(\d+)?|[a-z]+\d+)$/;

/**
 * Whether 0, 1 or 4 stands between or before letters («b4sur4», «n1gg»): digits that are written for letters to get
 * past a filter. Arabic in Latin letters writes others.
 */
const isDisguised = (word: string): boolean => {
  for (let at = 0; at + 1 < word.length; at++) {
    const unit = word.charCodeAt(at);
    if ((unit === DIGIT_0 || unit === DIGIT_1 || unit === DIGIT_4) && isLetter(word.charCodeAt(at + 1))) {
      return !PLAIN.test(word);
    }
  }
  return false;
};

/**
 * The words of a text with the letters that its digits stand for, where one of them is disguised: all are read so then
 * («muj3r3s» is Arabic in Latin letters only where nobody writes «b4sur4» beside it). The same list where none is.
 */
export const undisguised = (words: readonly string[]): readonly string[] =>
  words.some(isDisguised) ? words.map((word) => unmask(word) ?? word) : words;
