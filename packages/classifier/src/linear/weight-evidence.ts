import type { Evidence, Signal } from '@marsad/records';
import type { Analysis } from '../compose/analyse-text.js';
import { FeatureSink } from '../features/feature-list.js';
import { wordGrams } from '../features/word-grams.js';
import { givenSpan } from '../normalise/normalise-text.js';
import { headAt } from './heads.js';
import type { Scored } from './score-text.js';
import { weightAt } from './weight-rows.js';

const MOST_WORDS = 3;
/** Words that moved the model less than this share of the first are left out. */
const SHARE = 0.4;

const sink = new FeatureSink();

/** What each word alone brings to a head: its characters, itself, and the runs that end with it. */
const pullOfWords = ({ reading }: Analysis, { forms, hashes, values, rows }: Scored, head: number): number[] => {
  const [characters = 0, words = 0] = values;
  return reading.words.map(({ form }, at) => {
    forms.seek(form);
    wordGrams(hashes, at, sink);
    let sum = 0;
    for (const bucket of sink.take().buckets) sum += weightAt(rows, bucket, head);
    return characters * forms.sum(head) + words * sum;
  });
};

/**
 * The words that moved the model most towards a signal, as evidence of kind `weight`. At least one word, so that no
 * verdict is without evidence.
 */
export const weightEvidence = (analysis: Analysis, scored: Scored, signal: Signal): Evidence[] => {
  const pulls = pullOfWords(analysis, scored, headAt(signal));
  const order = pulls.map((_, at) => at).sort((a, b) => (pulls[b] ?? 0) - (pulls[a] ?? 0) || a - b);
  const most = pulls[order[0] ?? 0] ?? 0;
  const chosen = order
    .slice(0, MOST_WORDS)
    .filter((at, rank) => rank === 0 || (pulls[at] ?? 0) >= Math.max(SHARE * most, 1))
    .sort((a, b) => a - b);
  return chosen.flatMap((at) => {
    const word = analysis.reading.words[at];
    if (!word) return [];
    const { start, end } = givenSpan(analysis.reading.normalised, word.start, word.end);
    return end > start ? [{ start, end, kind: 'weight' as const, note: 'moved the trained model', signal }] : [];
  });
};
