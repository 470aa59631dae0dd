import { seededChance } from '../chance.js';
import { FAMILIES } from '../features/feature-list.js';
import { BUCKETS } from '../features/hash.js';
import { HEADS } from '../linear/heads.js';
import type { Prepared } from './prepared.js';

const COUNT = HEADS.length;

export interface Weights {
  /** the heads of a bucket together */
  weights: Float32Array;
  biases: Float32Array;
}

export interface FitOptions {
  epochs: number;
  learningRate: number;
  seed: number;
  onEpoch?: (epoch: number) => void;
}

/** Share of steps in which one side of the features, rules or words, is left out, so that either can do alone. */
const WITHOUT_RULES = 0.15;
const WITHOUT_WORDS = 0.15;
const WORD_FAMILIES = new Set([0, 1]);

const scoresOf = (
  { weights, biases }: Weights,
  { buckets, ends, values }: Prepared,
  on: readonly boolean[],
): Float64Array => {
  const scores = Float64Array.from(biases);
  let at = 0;
  for (let family = 0; family < FAMILIES.length; family++) {
    const end = ends[family] ?? at;
    const value = values[family] ?? 0;
    if (!on[family]) at = end;
    for (; at < end; at++) {
      const base = (buckets[at] ?? 0) * COUNT;
      for (let head = 0; head < COUNT; head++) scores[head] = (scores[head] ?? 0) + value * (weights[base + head] ?? 0);
    }
  }
  return scores;
};

const ALL_ON = FAMILIES.map(() => true);

/** Scores of all heads by weights that are not yet packed. */
export const scoresBy = (weights: Weights, example: Prepared): Float64Array => scoresOf(weights, example, ALL_ON);

/**
 * Fits all heads at once by logistic regression: stochastic gradients with a rate of its own for every weight (AdaGrad,
 * Duchi et al. 2011). A head whose label is unknown in a text is left as it is. The same examples and seed give the
 * same weights.
 */
export const fitHeads = (
  examples: readonly Prepared[],
  { epochs, learningRate, seed, onEpoch }: FitOptions,
): Weights => {
  const fitted: Weights = { weights: new Float32Array(BUCKETS * COUNT), biases: new Float32Array(COUNT) };
  const { weights, biases } = fitted;
  const squares = new Float32Array(BUCKETS * COUNT);
  const biasSquares = new Float32Array(COUNT);
  const chance = seededChance(seed);
  const order = Uint32Array.from(examples, (_, at) => at);
  const known = new Int32Array(COUNT);
  const pulls = new Float64Array(COUNT);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = chance.below(at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const luck = chance.next();
      const on = FAMILIES.map((_, family) =>
        luck < WITHOUT_RULES
          ? WORD_FAMILIES.has(family)
          : luck < WITHOUT_RULES + WITHOUT_WORDS
            ? !WORD_FAMILIES.has(family)
            : true,
      );
      const scores = scoresOf(fitted, example, on);
      let count = 0;
      for (let head = 0; head < COUNT; head++) {
        const label = example.labels[head] ?? Number.NaN;
        if (Number.isNaN(label)) continue;
        const pull = (1 / (1 + Math.exp(-(scores[head] ?? 0))) - label) * example.weight;
        if (Math.abs(pull) < 1e-4) continue;
        known[count] = head;
        pulls[count] = pull;
        count += 1;
        biasSquares[head] = (biasSquares[head] ?? 0) + pull * pull;
        biases[head] = (biases[head] ?? 0) - (learningRate * pull) / Math.sqrt((biasSquares[head] ?? 0) + 1);
      }
      if (count === 0) continue;
      let at = 0;
      for (let family = 0; family < FAMILIES.length; family++) {
        const end = example.ends[family] ?? at;
        const value = example.values[family] ?? 0;
        if (!on[family]) at = end;
        for (; at < end; at++) {
          const base = (example.buckets[at] ?? 0) * COUNT;
          for (let k = 0; k < count; k++) {
            const place = base + (known[k] ?? 0);
            const slope = (pulls[k] ?? 0) * value;
            const square = (squares[place] ?? 0) + slope * slope;
            squares[place] = square;
            weights[place] = (weights[place] ?? 0) - (learningRate * slope) / Math.sqrt(square + 1e-3);
          }
        }
      }
    }
    onEpoch?.(epoch + 1);
  }
  return fitted;
};
