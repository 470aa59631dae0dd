import type { TextBlock } from './text-blocks.js';

/** Shorter lines may well stand twice in one text: a refrain, a name, a heading. */
const SHORTEST = 50;

/**
 * Leaves out what a page says twice: the article that stands once for reading and once for the next click, the lead that
 * is repeated under the picture. The first time stays. Short lines go when what surrounds them is repeated.
 */
export const dropRepeats = (blocks: readonly TextBlock[]): TextBlock[] => {
  const seen = new Set<string>();
  const repeated = blocks.map(({ text }) => {
    const key = text.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, '');
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
  return blocks.filter(({ text }, index) => {
    if (!repeated[index]) return true;
    if (text.length >= SHORTEST) return false;
    const nearby = [index - 1, index + 1].filter((place) => place >= 0 && place < blocks.length);
    return !nearby.some((place) => repeated[place] && (blocks[place]?.text.length ?? 0) >= SHORTEST);
  });
};
