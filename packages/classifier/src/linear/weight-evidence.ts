import type { Evidence, Signal } from '@marsad/records';
import type { Analysis } from '../compose/analyse-text.js';
import { characterGrams } from '../features/character-grams.js';
import { type FeatureList, FeatureSink } from '../features/feature-list.js';
import { wordHashes } from '../features/text-features.js';
import { wordGrams } from '../features/word-grams.js';
import { givenSpan } from '../normalise/normalise-text.js';
import { HEADS, headAt } from './heads.js';
import type { LinearModel } from './linear-model.js';

const MOST_WORDS = 3;
/** Words that moved the model less than this share of the first are left out. */
const SHARE = 0.4;

/** What each word alone brings to a head: its characters, itself, and the runs that end with it. */
const pullOfWords = (model: LinearModel, analysis: Analysis, features: FeatureList, head: number): number[] => {
  const sink = new FeatureSink();
  const hashes = wordHashes(analysis);
  const [characters = 0, words = 0] = features.values;
  const sumOf = (value: number): number => {
    let sum = 0;
    for (const bucket of sink.take().buckets) sum += model.weights[bucket * HEADS.length + head] ?? 0;
    return value * sum;
  };
  return analysis.reading.words.map((word, at) => {
    characterGrams(word, sink);
    const byCharacters = sumOf(characters);
    wordGrams(hashes, at, sink);
    return byCharacters + sumOf(words);
  });
};

/**
 * The words that moved the model most towards a signal, as evidence of kind `weight`. At least one word, so that no
 * verdict is without evidence.
 */
export const weightEvidence = (
  model: LinearModel,
  analysis: Analysis,
  features: FeatureList,
  signal: Signal,
): Evidence[] => {
  const pulls = pullOfWords(model, analysis, features, headAt(signal));
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
