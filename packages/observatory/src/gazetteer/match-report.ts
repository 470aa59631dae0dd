import { FACT } from './word-facts.js';
import type { Word } from './words.js';

/** Words on either side of a name that are read for signs of a match. */
const AROUND = 15;

/** 2-1, 70–65: the score of a match. */
const SCORE = /(?<![\d/.-])\d{1,3}\s?[-–:]\s?\d{1,3}(?![\d/.-])/;

/** Whether the words around a name report a match: two words of sports, or one of them or of a club beside a score. */
export const reportsMatch = (
  { words, facts, text }: { words: readonly Word[]; facts: readonly number[]; text: string },
  from: number,
  to: number,
): boolean => {
  const first = Math.max(0, from - AROUND);
  const end = Math.min(words.length, to + AROUND);
  let sports = 0;
  let clubs = 0;
  for (let at = first; at < end; at += 1) {
    const fact = facts[at] ?? 0;
    if (fact & FACT.match) sports += 1;
    if (fact & FACT.club) clubs += 1;
  }
  if (sports >= 2) return true;
  return sports + clubs > 0 && SCORE.test(text.slice(words[first]?.start, words[end - 1]?.end));
};
