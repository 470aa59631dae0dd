import type { Analysis } from '../compose/analyse-text.js';
import { FAMILIES, FeatureSink, shareOf } from '../features/feature-list.js';
import { featuresAfterCharacters, MOST_WORDS } from '../features/text-features.js';
import { FormTable } from './form-weights.js';
import { HEADS } from './heads.js';
import type { LinearModelHeader } from './linear-model.js';
import { addRows, ROW_HEADS, type WeightRows } from './weight-rows.js';

const COUNT = HEADS.length;
const CHARACTERS = FAMILIES.indexOf('characters');

/** What the model makes of one text; `scores` hold until the next text. */
export interface Scored {
  /** of all heads: bias plus, family by family, the sum of the features' weights */
  scores: Float64Array;
  /** what word forms alone bring */
  forms: FormTable;
  hashes: readonly number[];
  /** for every family, what each of its features counts */
  values: readonly number[];
  rows: WeightRows;
}

/** Adds the sums of a family to the scores, and empties them. */
const addFamily = (scores: Float64Array, sums: Int32Array, value: number): void => {
  for (let head = 0; head < COUNT; head++) {
    scores[head] = (scores[head] ?? 0) + value * (sums[head] ?? 0);
    sums[head] = 0;
  }
};

/** Opens the scoring of texts by a model: the same sums as over `textFeatures`, which training reads. */
export const openScoring = (
  { scales, biases }: LinearModelHeader,
  rows: WeightRows,
): ((analysis: Analysis, language: string) => Scored) => {
  const forms = new FormTable(rows);
  const sink = new FeatureSink();
  const sums = new Int32Array(ROW_HEADS);
  const scores = new Float64Array(COUNT);
  return (analysis, language) => {
    const { words } = analysis.reading;
    const hashes: number[] = [];
    let grams = 0;
    for (let at = 0; at < words.length; at++) {
      forms.seek(words[at]?.form ?? '');
      hashes.push(forms.hash);
      if (at >= MOST_WORDS) continue;
      grams += forms.grams;
      forms.addTo(sums);
    }
    const characters = shareOf(CHARACTERS, grams);
    scores.fill(0);
    addFamily(scores, sums, characters);
    // The family of characters is summed up already.
    sink.endFamily();
    featuresAfterCharacters(analysis, language, hashes, sink);
    const { buckets, ends, values } = sink.take();
    for (let family = 1; family < FAMILIES.length; family++) {
      addRows(rows, buckets, ends[family - 1] ?? 0, ends[family] ?? 0, sums);
      addFamily(scores, sums, values[family] ?? 0);
    }
    for (let head = 0; head < COUNT; head++) {
      scores[head] = (scores[head] ?? 0) * (scales[head] ?? 0) + (biases[head] ?? 0);
    }
    values[CHARACTERS] = characters;
    return { scores, forms, hashes, values, rows };
  };
};
