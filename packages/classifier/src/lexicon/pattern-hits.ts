import type { NormalisedText } from '../normalise/normalise-text.js';
import type { Word } from '../words/word.js';
import type { EntryOf, PatternEntry } from './entry-schema.js';
import type { Hit } from './find-hits.js';
import { openPatterns, type PatternMatch, type WrittenPattern } from './find-patterns.js';

/** Finds the patterns of lexicons in a text, as hits over its words. */
export type FindPatterns = (text: string, normalised: NormalisedText, words: readonly Word[]) => Hit[];

/** To the rules, what a pattern found is a phrase: words that carry a signal by themselves. */
const phraseOf = ({ expression, kind: _, ...rest }: PatternEntry): EntryOf<'phrase'> => ({
  ...rest,
  kind: 'phrase',
  terms: [expression],
});

/** The words that a match covers, wholly or in part; the word before it where it covers none («(((»). */
const wordsOf = (
  { start, end }: PatternMatch,
  { starts, ends }: NormalisedText,
  words: readonly Word[],
): { from: number; to: number } | undefined => {
  const after = words.findIndex((word) => (starts[word.start] ?? 0) >= end);
  const to = after === -1 ? words.length : after;
  const before = words.slice(0, to).findLastIndex((word) => (ends[word.end - 1] ?? 0) <= start);
  const from = before + 1;
  if (from < to) return { from, to };
  return words.length === 0 ? undefined : { from: Math.max(0, to - 1), to: Math.max(1, to) };
};

/**
 * Opens the search for all patterns of some lexicons; undefined where they have none.
 * @throws RE2JSException, RangeError for an expression that cannot be used
 */
export const openPatternHits = (written: readonly WrittenPattern[]): FindPatterns | undefined => {
  if (written.length === 0) return undefined;
  const find = openPatterns(written);
  const phrases = new Map(written.map(({ entry }) => [entry, phraseOf(entry)]));
  return (text, normalised, words) =>
    find(text).flatMap((match): Hit[] => {
      const entry = phrases.get(match.entry);
      const place = wordsOf(match, normalised, words);
      if (!entry || !place) return [];
      return [{ entry, language: match.language, ...place, hasGap: false, negates: false }];
    });
};
