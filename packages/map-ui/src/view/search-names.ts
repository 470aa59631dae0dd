import type { Names } from '@marsad/records/snapshot';

/**
 * A name as it is compared: without case, accents, Arabic vowel signs and tatweel; alef with or without hamza, ya and
 * alef maqsura, ha and ta marbuta as one letter, as people type them.
 */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    // Again, because lower case can bring marks of its own.
    .normalize('NFKD')
    .replace(/[\p{M}\u0640'’ʼ]/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ٱ/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim();

/** Whether one of the names, in any language, or the id holds every word that was typed. Nothing typed matches all. */
export const namesMatch = (names: Names, id: string, typed: string): boolean => {
  const asked = foldName(typed);
  // Folding four names of each of thousands of areas takes longer than drawing them.
  if (asked === '') return true;
  const words = asked.split(' ');
  return [names.ar, names.en, names.fr, id].some((name) => {
    const folded = foldName(name ?? '');
    return words.every((word) => folded.includes(word));
  });
};
