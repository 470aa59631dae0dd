import { seededChance } from '../chance.js';
import { analyseText } from '../compose/analyse-text.js';
import { namesPeople } from '../compose/names-people.js';
import { hatePointsOf } from '../compose/probabilities.js';
import { FeatureSink } from '../features/feature-list.js';
import { textFeatures } from '../features/text-features.js';
import { detectLanguage } from '../language/detect-language.js';
import { openLexicons } from '../lexicon/choose-lexicons.js';
import type { Hit } from '../lexicon/find-hits.js';
import { type Example, labelVector } from './example.js';

/** An example as numbers: what the fit reads again and again. */
export interface Prepared {
  source: string;
  language: string;
  buckets: Int32Array;
  ends: readonly number[];
  values: readonly number[];
  labels: Float32Array;
  weight: number;
  namesPeople: boolean;
  foldKey: string;
  labelledBy: string | undefined;
  /** what the rules say of hate */
  hatePoints: number;
}

/** Of the hostile terms in a text whose terms are hidden, the share that is left out. */
const HIDDEN = 0.5;
const HIDEABLE = new Set(['attribute', 'act', 'claim', 'phrase', 'slur', 'profanity']);

/** Analyses examples into features, with the same language and lexicons as a verdict would have. */
export const prepareExamples = (examples: readonly Example[], seed: number): Prepared[] => {
  const lexiconsFor = openLexicons();
  const sink = new FeatureSink();
  const chance = seededChance(seed);
  return examples.map(({ source, text, labels, weight, foldKey, labelledBy, hideTerms }) => {
    const language = detectLanguage(text);
    const hidden = new Map<unknown, boolean>();
    const keep = ({ entry }: Hit): boolean => {
      if (!HIDEABLE.has(entry.kind)) return true;
      const known = hidden.get(entry) ?? chance.next() < HIDDEN;
      hidden.set(entry, known);
      return !known;
    };
    const analysis = analyseText(text, lexiconsFor(language), hideTerms ? keep : undefined);
    const { buckets, ends, values } = textFeatures(analysis, language.code, sink);
    return {
      source,
      language: language.code,
      buckets: buckets.slice(),
      ends,
      values,
      labels: labelVector(labels),
      weight,
      namesPeople: namesPeople(analysis),
      foldKey,
      labelledBy,
      hatePoints: hatePointsOf(analysis.reading, analysis.judged),
    };
  });
};
