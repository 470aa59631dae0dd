import type { Cue } from '../lexicon/entry-schema.js';
import type { Hit } from '../lexicon/find-hits.js';
import type { NormalisedText } from '../normalise/normalise-text.js';
import type { Word } from '../words/word.js';

/** A post as the rules see it: words, what the lexicon found, and where the cues stand. */
export interface Reading {
  normalised: NormalisedText;
  words: readonly Word[];
  hits: readonly Hit[];
  /** how many words stand outside quotation marks */
  unquoted: number;
  /** whether a cue of this kind begins or lies between these words (end exclusive), within the text */
  hasCue(cue: Cue, from: number, to: number): boolean;
  /** number of different places with this cue */
  countCue(cue: Cue): number;
  sentenceHasCue(cue: Cue, sentence: number): boolean;
  sameClause(a: number, b: number): boolean;
  sameSentence(a: number, b: number): boolean;
}

/** Of every cue: the words it covers, and the sentences it begins in. */
interface Places {
  count: number;
  covered: boolean[];
  sentences: number[];
}

/** Prepares the look-ups that every rule needs, in one pass over words and hits. */
export const readingOf = (normalised: NormalisedText, words: readonly Word[], hits: readonly Hit[]): Reading => {
  const places = new Map<Cue, Places>();
  for (const { entry, from, to } of hits) {
    if (entry.kind !== 'cue') continue;
    let own = places.get(entry.cue);
    if (!own) {
      own = { count: 0, covered: [], sentences: [] };
      places.set(entry.cue, own);
    }
    if (!own.covered[from]) own.count += 1;
    while (own.covered.length < to) own.covered.push(false);
    own.covered.fill(true, from, to);
    // Hits come in the order of the text, so a sentence that is there already is the last one.
    const sentence = words[from]?.sentence ?? -1;
    if (own.sentences.at(-1) !== sentence) own.sentences.push(sentence);
  }
  let unquoted = 0;
  for (const { quoted } of words) if (!quoted) unquoted += 1;
  return {
    normalised,
    words,
    hits,
    unquoted,
    hasCue: (cue, from, to) => {
      const covered = places.get(cue)?.covered;
      if (!covered) return false;
      const end = Math.min(to, covered.length);
      for (let at = Math.max(0, from); at < end; at++) if (covered[at]) return true;
      return false;
    },
    countCue: (cue) => places.get(cue)?.count ?? 0,
    sentenceHasCue: (cue, sentence) => {
      const sentences = places.get(cue)?.sentences;
      return sentences !== undefined && holds(sentences, sentence);
    },
    sameClause: (a, b) => words[a] !== undefined && words[a]?.clause === words[b]?.clause,
    sameSentence: (a, b) => words[a] !== undefined && words[a]?.sentence === words[b]?.sentence,
  };
};

/** Whether a growing list holds a number, by halving. */
const holds = (growing: readonly number[], wanted: number): boolean => {
  let from = 0;
  let to = growing.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((growing[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return growing[from] === wanted;
};
