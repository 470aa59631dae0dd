import { EVERYWHERE, HEADS, SAINTS } from './name-class.js';
import { type NameWord, QUARTER_WORD } from './name-sequences.js';
import type { Claim, Names, NameTree } from './name-tree.js';
import { FACT } from './word-facts.js';
import { type FoundWord, ONLY_BESIDE, type WordHit } from './word-finder.js';
import type { Word } from './words.js';

/** Small words that may stand between two words of a name: Bab de la Mer. */
const MOST_SMALL_WORDS = 2;
/** A name run together that is shorter is found in hashtags only, with a capital one letter less: #seagate is a place, Seagate need not be. */
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
  /** it is one Arabic word and lacks the article that the name has */
  indefinite: boolean;
  /** no word was recognised by its sound or in spite of a typing mistake */
  exact: boolean;
  /** a word is written in another script than the gazetteer's */
  crossed: boolean;
  areas: Map<string, Claim>;
}

/** What is known of the words of a name up to one of them. */
interface SoFar {
  cost: number;
  exact: boolean;
  crossed: boolean;
  /** a short word has a typing mistake */
  frail: boolean;
  /** a word that tells something is spelled right */
  solid: boolean;
}
const NOTHING_YET: SoFar = { cost: 0, exact: true, crossed: false, frail: false, solid: false };

/** Hay Salam and Hay Salim are two, and so are باب الحجر and باب الحجز; with one word more in common they would be one. */
const SHORTEST_TELLING = 4;
const isTelling = (word: NameWord | undefined): boolean =>
  word !== undefined &&
  word.folded.length >= SHORTEST_TELLING &&
  word.folded !== QUARTER_WORD &&
  !HEADS.has(word.folded) &&
  !SAINTS.has(word.folded) &&
  !EVERYWHERE.has(word.folded);

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
  const joinedBy = (so: SoFar, { cost, how, alone, number }: WordHit): SoFar => ({
    cost: so.cost + cost,
    exact: so.exact && how === 'exact',
    crossed: so.crossed || how === 'script',
    frail: so.frail || (how === 'typo' && alone === ONLY_BESIDE),
    solid: so.solid || (how === 'exact' && isTelling(vocabulary.words[number])),
  });
  const walk = (tree: NameTree, at: number, head: WordHit, so: SoFar): void => {
    const { cost, exact, crossed } = so;
    if (tree.areas.size > 0 && (so.solid || !so.frail))
      all.push({
        start: first.start + head.offset + (head.withoutIt ? (first.article ?? 0) : 0),
        from,
        to: at,
        prefix: head.prefix,
        cost: at === from + 1 ? cost + head.alone : cost,
        indefinite: at === from + 1 && head.indefinite,
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
        if (next) walk(next, ahead + 1, head, joinedBy(so, hit));
      }
      if ((here.facts & FACT.small) === 0) return;
    }
  };
  for (const hit of begun.hits) {
    const next = root.next.get(hit.number);
    // CBD, US: an acronym is written as one.
    const acronym = /^\p{Lu}{2,4}$/u.test(vocabulary.words[hit.number]?.written ?? '') && next?.areas.size;
    // In "l'USTO" the article is drawn to it.
    const initials = first.article === undefined ? first.written : first.written.replace(/^[Ee]l/, '');
    if (acronym && !/^\p{Lu}+$/u.test(initials) && !next.next.size) continue;
    const named = vocabulary.words[hit.number];
    const least = SHORTEST_RUN_TOGETHER - (/^\p{Lu}/u.test(first.written) ? 1 : 0);
    if (named?.runTogether && !named.runOn && first.tag === undefined && first.folded.length < least) continue;
    if (next) walk(next, from + 1, hit, joinedBy(NOTHING_YET, hit));
  }
  return all.sort((a, b) => b.to - a.to || a.cost - b.cost);
};
