import type { Word } from './word.js';

const SEPARATORS = new Set([' ', '.', '-', '_', '*', '·']);
/** So many letters in a row are read as a word. */
export const LETTERS_TO_JOIN = 4;

/** Joins letters written apart to slip past filters («k i l l», «k.i.l.l») into the word they spell. */
export const joinSpacedLetters = (words: readonly Word[], text: string): Word[] => {
  const joined: Word[] = [];
  let at = 0;
  while (at < words.length) {
    const first = words[at];
    if (!first) break;
    let last = at;
    while (isNextLetter(words[last], words[last + 1], text)) last += 1;
    const end = words[last]?.end ?? first.end;
    if (last - at + 1 >= LETTERS_TO_JOIN) {
      const letters = words.slice(at, last + 1);
      const form = letters.map((word) => word.form).join('');
      joined.push({ ...first, form, end, elongated: letters.some(({ elongated }) => elongated) });
      at = last + 1;
    } else {
      joined.push(first);
      at += 1;
    }
  }
  return joined;
};

const isNextLetter = (word: Word | undefined, next: Word | undefined, text: string): boolean =>
  word !== undefined &&
  next !== undefined &&
  word.form.length === 1 &&
  next.form.length === 1 &&
  next.start === word.end + 1 &&
  SEPARATORS.has(text[word.end] ?? '');
