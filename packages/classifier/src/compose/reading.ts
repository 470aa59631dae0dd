import type { Cue } from '../lexicon/entry-schema.js';
import { type Hit, hitsOf } from '../lexicon/find-hits.js';
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

/** Prepares the look-ups that every rule needs, in one pass over words and hits. */
export const readingOf = (normalised: NormalisedText, words: readonly Word[], hits: readonly Hit[]): Reading => {
  const places = new Map<Cue, Uint8Array>();
  const counts = new Map<Cue, number>();
  const sentences = new Map<Cue, Set<number>>();
  for (const { entry, from, to } of hitsOf(hits, 'cue')) {
    let covered = places.get(entry.cue);
    if (!covered) {
      covered = new Uint8Array(words.length);
      places.set(entry.cue, covered);
    }
    if (!covered[from]) counts.set(entry.cue, (counts.get(entry.cue) ?? 0) + 1);
    covered.fill(1, from, to);
    const inSentences = sentences.get(entry.cue) ?? new Set<number>();
    inSentences.add(words[from]?.sentence ?? -1);
    sentences.set(entry.cue, inSentences);
  }
  return {
    normalised,
    words,
    hits,
    unquoted: words.filter((word) => !word.quoted).length,
    hasCue: (cue, from, to) => {
      const covered = places.get(cue);
      if (!covered) return false;
      for (let at = Math.max(0, from); at < Math.min(to, words.length); at++) if (covered[at]) return true;
      return false;
    },
    countCue: (cue) => counts.get(cue) ?? 0,
    sentenceHasCue: (cue, sentence) => sentences.get(cue)?.has(sentence) ?? false,
    sameClause: (a, b) => words[a] !== undefined && words[a]?.clause === words[b]?.clause,
    sameSentence: (a, b) => words[a] !== undefined && words[a]?.sentence === words[b]?.sentence,
  };
};
