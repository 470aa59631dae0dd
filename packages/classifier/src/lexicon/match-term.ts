import type { Word } from '../words/word.js';
import type { Term } from './compile-lexicon.js';
import type { Hit } from './find-hits.js';
import type { LookUp } from './look-up.js';

/** What fills each slot (by its number), in the order of the text. */
export type Slots = readonly (readonly Hit[] | undefined)[];

export interface Matched {
  /** where the last word ends */
  to: number;
  /** the people in a slot of the pattern */
  filledBy: Hit | undefined;
}

/** Words that may stand between a gap's neighbours, and between a slot and what is before it («all of these»). */
const WIDEST_GAP = 3;
const WIDEST_SKIP = 2;

/** Whether a hit names people, protected or not. */
export const isPeople = ({ entry: { kind } }: Hit): boolean =>
  kind === 'group' || kind === 'camp' || kind === 'movement' || kind === 'slur';

const anyOf = (keys: readonly number[], wanted: ReadonlySet<number>): boolean => {
  for (let i = 0; i < keys.length; i++) if (wanted.has(keys[i] ?? -1)) return true;
  return false;
};

/** The place in a list of hits, which are in order, of the first that begins at a word or after it. */
const firstAt = (hits: readonly Hit[], word: number): number => {
  let from = 0;
  let to = hits.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((hits[middle]?.from ?? 0) < word) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Tries the pieces of a term from number `piece` on, from word `at` on; the words stay within one sentence. */
const matchFrom = (
  term: Term,
  piece: number,
  at: number,
  end: number,
  words: readonly Word[],
  lookUps: readonly LookUp[],
  slots: Slots | undefined,
): Matched | undefined => {
  const wanted = term.pieces[piece];
  if (!wanted) return { to: end, filledBy: undefined };
  const sentence = words[at - 1]?.sentence;
  if (wanted.type === 'gap') {
    for (let skip = 0; skip <= WIDEST_GAP; skip++) {
      if (skip > 0 && (at + skip > words.length || words[at + skip - 1]?.sentence !== sentence)) break;
      const matched = matchFrom(term, piece + 1, at + skip, end, words, lookUps, slots);
      if (matched) return matched;
    }
    return undefined;
  }
  if (wanted.type === 'word') {
    const here = lookUps[at];
    if (here && words[at]?.sentence === sentence && anyOf(here.keys, wanted.keys)) {
      const matched = matchFrom(term, piece + 1, at + 1, at + 1, words, lookUps, slots);
      if (matched) return matched;
    }
    return wanted.optional ? matchFrom(term, piece + 1, at, end, words, lookUps, slots) : undefined;
  }
  const fillers = slots?.[wanted.number];
  if (!fillers) return undefined;
  let next = firstAt(fillers, at);
  for (let skip = 0; skip <= WIDEST_SKIP; skip++) {
    const word = words[at + skip];
    if (!word || word.sentence !== sentence) break;
    for (let hit = fillers[next]; hit && hit.from === at + skip; hit = fillers[next]) {
      const matched = matchFrom(term, piece + 1, hit.to, hit.to, words, lookUps, slots);
      if (matched) return { to: matched.to, filledBy: matched.filledBy ?? (isPeople(hit) ? hit : undefined) };
      next += 1;
    }
  }
  return undefined;
};

/** Matches the rest of a term whose first piece ends before word `at`. */
export const matchTerm = (
  term: Term,
  at: number,
  words: readonly Word[],
  lookUps: readonly LookUp[],
  slots: Slots | undefined,
): Matched | undefined => matchFrom(term, 1, at, at, words, lookUps, slots);
