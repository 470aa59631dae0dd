import type { Analysis } from '../compose/analyse-text.js';
import { FAMILIES, FeatureSink, shareOf } from '../features/feature-list.js';
import { featuresAfterCharacters, MOST_WORDS } from '../features/text-features.js';
import { addWeights, FormTable } from './form-weights.js';
import { HEADS } from './heads.js';
import type { LinearModel } from './linear-model.js';

const COUNT = HEADS.length;

/** What the model makes of one text; `scores` hold until the next text. */
export interface Scored {
  /** of all heads: bias plus, family by family, the sum of the features' weights */
  scores: Float64Array;
  /** what word forms alone bring */
  forms: FormTable;
  hashes: readonly number[];
  /** for every family, what each of its features counts */
  values: readonly number[];
}

/** Opens the scoring of texts by a model: the same sums as over `textFeatures`, which training reads. */
export const openScoring = ({ header, weights }: LinearModel): ((analysis: Analysis, language: string) => Scored) => {
  const forms = new FormTable(weights);
  const sink = new FeatureSink();
  const sums = new Int32Array(COUNT);
  const scores = new Float64Array(COUNT);
  return (analysis, language) => {
    const { words } = analysis.reading;
    scores.fill(0);
    const addFamily = (value: number): void => {
      for (let head = 0; head < COUNT; head++) {
        scores[head] = (scores[head] ?? 0) + value * (sums[head] ?? 0);
      }
    };
    const hashes: number[] = [];
    let grams = 0;
    sums.fill(0);
    for (let at = 0; at < words.length; at++) {
      forms.seek(words[at]?.form ?? '');
      hashes.push(forms.hash);
      if (at >= MOST_WORDS) continue;
      grams += forms.grams;
      forms.addTo(sums);
    }
    const characters = shareOf('characters', grams);
    addFamily(characters);
    // The family of characters is summed up already.
    sink.endFamily();
    featuresAfterCharacters(analysis, language, hashes, sink);
    const { buckets, ends, values } = sink.take();
    for (let family = 1; family < FAMILIES.length; family++) {
      sums.fill(0);
      addWeights(weights, buckets, ends[family - 1] ?? 0, ends[family] ?? 0, sums);
      addFamily(values[family] ?? 0);
    }
    for (let head = 0; head < COUNT; head++) {
      scores[head] = (scores[head] ?? 0) * (header.scales[head] ?? 0) + (header.biases[head] ?? 0);
    }
    return { scores, forms, hashes, values: [characters, ...values.slice(1)] };
  };
};
