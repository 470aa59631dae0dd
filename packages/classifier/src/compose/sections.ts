import type { Hit } from '../lexicon/find-hits.js';
import type { Word } from '../words/word.js';

/** Most hits that are looked at together; a post hardly ever has as many. */
const MOST_HITS = 240;

/**
 * Cuts the hits of a long text into sections, at ends of sentences where there are any, so that rules that compare
 * every hit with every other stay linear in the length of the text.
 */
export const sectionsOf = (hits: readonly Hit[], words: readonly Word[]): (readonly Hit[])[] => {
  if (hits.length <= MOST_HITS) return [hits];
  const sentenceOf = (hit: Hit | undefined): number => words[hit?.from ?? 0]?.sentence ?? 0;
  const sections: (readonly Hit[])[] = [];
  let from = 0;
  while (from < hits.length) {
    let to = Math.min(from + MOST_HITS, hits.length);
    if (to < hits.length) {
      let cut = to;
      while (cut > from + MOST_HITS / 2 && sentenceOf(hits[cut - 1]) === sentenceOf(hits[cut])) cut -= 1;
      if (cut > from + MOST_HITS / 2) to = cut;
    }
    sections.push(hits.slice(from, to));
    from = to;
  }
  return sections;
};
