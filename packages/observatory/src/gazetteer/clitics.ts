import type { Word } from './words.js';

/** A reading of a written word as prefixes plus the word proper. */
export interface Reading {
  word: string;
  /** where the word proper begins in the text */
  start: number;
}

/** What remains of a word after its prefixes has at least this many letters. */
const SHORTEST = 2;

/** Offset after the first `count` letters of a written word; marks belong to the letter before them. */
const offsetAfter = (written: string, count: number): number => {
  let letters = 0;
  for (const match of written.matchAll(/[^\p{M}ـ]/gu)) {
    if (letters === count) return match.index;
    letters += 1;
  }
  return written.length;
};

/**
 * How an Arabic word can be read: as it stands, then without prefixes that are written onto the next word: و ف (and,
 * dialect "in"), ب ك ل (in, like, to), لل (to the, where the alef of the article is not written), ع (dialect "on").
 */
export const readingsOf = ({ written, folded, start }: Word): Reading[] => {
  const readings: Reading[] = [{ word: folded, start }];
  if (!/^[وفبكلع]/.test(folded)) return readings;
  const peel = (count: number, word: string): void => {
    if (word.length >= SHORTEST) readings.push({ word, start: start + offsetAfter(written, count) });
  };
  const from = (skipped: number): void => {
    const rest = folded.slice(skipped);
    // The article is inside the prefix here, so the whole of it belongs to the name.
    if (/^لل/.test(rest)) peel(skipped, `ال${rest.slice(2)}`);
    if (/^[بكل]/.test(rest)) peel(skipped + 1, rest.slice(1));
    if (/^عال/.test(rest)) peel(skipped + 1, rest.slice(1));
  };
  from(0);
  if (/^[وف]/.test(folded)) {
    peel(1, folded.slice(1));
    from(1);
  }
  return readings;
};
