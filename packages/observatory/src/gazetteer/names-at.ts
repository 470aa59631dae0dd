import type { Claim, Names, NameTree } from './name-tree.js';
import { FACT } from './word-facts.js';
import type { FoundWord, WordHit } from './word-finder.js';
import type { Word } from './words.js';

/** Small words that may stand between two words of a name: Bab de la Mer. */
const MOST_SMALL_WORDS = 2;
/** A name run together that is shorter is found in hashtags only: #seagate is a place, Seagate need not be. */
const SHORTEST_RUN_TOGETHER = 9;

/** A name that words of a text spell. */
export interface Found {
  /** offset in the text */
  start: number;
  /** index of its first word */
  from: number;
  /** index after the last word */
  to: number;
  /** prefixes written onto the first word */
  prefix: string;
  /** what the differences in spelling take from the log-odds */
  cost: number;
  /** no word was recognised by its sound or in spite of a typing mistake */
  exact: boolean;
  /** a word is written in another script than the gazetteer's */
  crossed: boolean;
  areas: Map<string, Claim>;
}

/** All names that begin at a word, longest first, then by closeness of spelling. */
export const namesAt = (
  { root, vocabulary }: Names,
  words: readonly Word[],
  found: readonly FoundWord[],
  from: number,
): Found[] => {
  const first = words[from];
  const begun = found[from];
  if (!first || !begun) return [];
  const all: Found[] = [];
  const walk = (tree: NameTree, at: number, head: WordHit, cost: number, exact: boolean, crossed: boolean): void => {
    if (tree.areas.size > 0)
      all.push({
        start: first.start + head.offset + (head.withoutIt ? (first.article ?? 0) : 0),
        from,
        to: at,
        prefix: head.prefix,
        cost: at === from + 1 ? cost + head.alone : cost,
        exact,
        crossed,
        areas: tree.areas,
      });
    if (tree.next.size === 0) return;
    for (let ahead = at, skipped = 0; skipped <= MOST_SMALL_WORDS; ahead += 1, skipped += 1) {
      const word = words[ahead];
      const here = found[ahead];
      if (!word?.joined || !here) return;
      for (const hit of here.hits) {
        const next = hit.prefix === '' ? tree.next.get(hit.number) : undefined;
        if (next)
          walk(next, ahead + 1, head, cost + hit.cost, exact && hit.how === 'exact', crossed || hit.how === 'script');
      }
      if ((here.facts & FACT.small) === 0) return;
    }
  };
  for (const hit of begun.hits) {
    const next = root.next.get(hit.number);
    // CBD, US: an acronym is written as one.
    const acronym = /^\p{Lu}{2,4}$/u.test(vocabulary.words[hit.number]?.written ?? '') && next?.areas.size;
    if (acronym && !/^\p{Lu}+$/u.test(first.written) && !next.next.size) continue;
    if (
      vocabulary.words[hit.number]?.runTogether &&
      first.tag === undefined &&
      first.folded.length < SHORTEST_RUN_TOGETHER
    )
      continue;
    if (next) walk(next, from + 1, hit, hit.cost, hit.how === 'exact', hit.how === 'script');
  }
  return all.sort((a, b) => b.to - a.to || a.cost - b.cost);
};
