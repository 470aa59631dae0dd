import { FAMILIES, type FeatureList } from '../features/feature-list.js';
import { HEADS } from './heads.js';
import type { LinearModel } from './linear-model.js';

const COUNT = HEADS.length;

/** Scores of all heads for one text: bias plus, family by family, the sum of the features' weights. */
export const scoreHeads = ({ header, weights }: LinearModel, { buckets, ends, values }: FeatureList): Float64Array => {
  const scores = new Float64Array(COUNT);
  const sums = new Int32Array(COUNT);
  let at = 0;
  for (let family = 0; family < FAMILIES.length; family++) {
    const end = ends[family] ?? at;
    const value = values[family] ?? 0;
    sums.fill(0);
    for (; at < end; at++) {
      const base = (buckets[at] ?? 0) * COUNT;
      for (let head = 0; head < COUNT; head++) sums[head] = (sums[head] ?? 0) + (weights[base + head] ?? 0);
    }
    for (let head = 0; head < COUNT; head++) scores[head] = (scores[head] ?? 0) + value * (sums[head] ?? 0);
  }
  for (let head = 0; head < COUNT; head++) {
    scores[head] = (scores[head] ?? 0) * (header.scales[head] ?? 0) + (header.biases[head] ?? 0);
  }
  return scores;
};
