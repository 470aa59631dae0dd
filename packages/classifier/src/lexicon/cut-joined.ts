import type { Word } from '../words/word.js';
import type { Entry } from './entry-schema.js';
import { findHits } from './find-hits.js';
import type { LexiconIndex } from './lexicon-index.js';
import { NOTHING } from './look-up.js';

/** A form of fewer letters is no sentence written together; a hashtag may be two words. */
const FEWEST_LETTERS = 12;
const FEWEST_IN_HASHTAG = 8;
/** Longer forms are no words at all. */
const MOST_LETTERS = 60;
const LONGEST_WORD = 18;
/** What a letter of no word costs, a word, and besides a word of one or two letters. The cheapest cut is taken. */
const UNKNOWN_LETTER = 1.5;
const PIECE = 0.4;
const SHORT_PIECE = 0.7;
/** The share of letters that may lie in no word. */
const MOST_UNKNOWN = 0.25;
const LEAST_UNKNOWN = 3;
/** Fewer letters a word, and it is pieces of a word that are words by chance («trans-it-i-on»). */
const LETTERS_A_WORD = 3;

const HOSTILE: ReadonlySet<Entry['kind']> = new Set(['attribute', 'act', 'claim', 'profanity', 'slur', 'phrase']);
const PEOPLE: ReadonlySet<Entry['kind']> = new Set(['group', 'slur']);

interface Cut {
  from: number;
  to: number;
  known: boolean;
}

/** The cheapest way to cut a form into words, what is no word left whole. */
const cheapestCut = (form: string, index: LexiconIndex): Cut[] => {
  const { length } = form;
  const cost = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const begin = new Int32Array(length + 1);
  const known = new Uint8Array(length + 1);
  cost[0] = 0;
  for (let from = 0; from < length; from++) {
    const before = cost[from] ?? 0;
    if (before + UNKNOWN_LETTER < (cost[from + 1] ?? 0)) {
      cost[from + 1] = before + UNKNOWN_LETTER;
      begin[from + 1] = from;
      known[from + 1] = 0;
    }
    for (const to of index.wordsAt(form, from, Math.min(length, from + LONGEST_WORD))) {
      const all = before + PIECE + (to - from < 3 ? SHORT_PIECE : 0);
      if (all >= (cost[to] ?? 0)) continue;
      cost[to] = all;
      begin[to] = from;
      known[to] = 1;
    }
  }
  const cuts: Cut[] = [];
  for (let to = length; to > 0; to = begin[to] ?? 0) {
    const first = cuts[0];
    const own = { from: begin[to] ?? 0, to, known: known[to] === 1 };
    if (first && !first.known && !own.known) first.from = own.from;
    else cuts.unshift(own);
  }
  return cuts;
};

/**
 * Whether a cut is a sentence about people: mostly words, people among them, and enough small or hostile words that it
 * is no compound («Ausländerbehörde»).
 */
const speaksOfPeople = (pieces: readonly Word[], unknown: number, index: LexiconIndex, hashtag: boolean): boolean => {
  let small = 0;
  for (const { form } of pieces) if (index.smallWords.has(form)) small += 1;
  let hostile = 0;
  let people = false;
  for (const { entry } of findHits(pieces, index)) {
    if (PEOPLE.has(entry.kind)) people = true;
    if (HOSTILE.has(entry.kind)) hostile += 1;
  }
  return people && small + hostile >= (hashtag || unknown === 0 ? 1 : 2);
};

/**
 * Cuts what is written together to slip past filters («allmyneighbours…») into its words, where it speaks of people. A
 * form that stands in a lexicon is left as it is.
 * @param text the normalised text that the words stand in
 */
export const cutJoined = (words: readonly Word[], index: LexiconIndex, text: string): readonly Word[] => {
  let cut: Word[] | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    const pieces = piecesOf(word, index, text);
    if (pieces) {
      cut ??= words.slice(0, at);
      cut.push(...pieces);
    } else cut?.push(word);
  }
  return cut ?? words;
};

const piecesOf = (word: Word, index: LexiconIndex, text: string): Word[] | undefined => {
  const { form, start, end } = word;
  const { length } = form;
  if (length < FEWEST_IN_HASHTAG || length > MOST_LETTERS || end - start !== length) return undefined;
  const hashtag = text[start - 1] === '#';
  if ((!hashtag && length < FEWEST_LETTERS) || index.lookUp(form, word.elongated) !== NOTHING) return undefined;
  // What a hashtag or a stretched word is not cut into here, the same form may be elsewhere.
  const plain = !hashtag && !word.elongated;
  if (plain && index.uncut.has(form)) return undefined;
  const pieces = cutForm(word, index, hashtag);
  if (!pieces && plain) index.uncut.add(form);
  return pieces;
};

/** The pieces of a form that is written together; undefined for any other. */
const cutForm = (word: Word, index: LexiconIndex, hashtag: boolean): Word[] | undefined => {
  const { form, start } = word;
  const { length } = form;
  // A sentence begins with a word; most long words do not begin with another.
  if (index.wordsAt(form, 0, Math.min(length, LONGEST_WORD)).length === 0) return undefined;
  const cuts = cheapestCut(form, index);
  let unknown = 0;
  for (const { from, to, known } of cuts) {
    if (known) continue;
    // A rest of one or two letters is an ending («africanis-ation»), no word.
    if (to - from < LEAST_UNKNOWN) return undefined;
    unknown += to - from;
  }
  if (cuts.length < (hashtag ? 2 : 3) || LETTERS_A_WORD * cuts.length > length) return undefined;
  if (unknown > MOST_UNKNOWN * length) return undefined;
  const pieces = cuts.map(({ from, to }) => ({
    ...word,
    form: form.slice(from, to),
    start: start + from,
    end: start + to,
  }));
  return speaksOfPeople(pieces, unknown, index, hashtag) ? pieces : undefined;
};
