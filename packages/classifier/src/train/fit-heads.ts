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

/**
 * Hate and offence are matters of opinion: everyone who labels draws the line elsewhere, so that texts labelled together
 * have an offset of their own for these heads; and some labels are wrong, so that what follows from one should not be
 * surer than this. Chosen on sets that were not learnt from (docs/decisions/0010).
 */
const OPINIONS: readonly boolean[] = HEADS.map((head) => head === 'hate' || head === 'offensive');
const DOUBT = 0.05;

/** Scores of all heads by weights that are not yet packed. */
export const scoresBy = ({ weights, biases }: Weights, { buckets, ends, values }: Prepared): Float64Array => {
  const scores = Float64Array.from(biases);
  let at = 0;
  for (let family = 0; family < FAMILIES.length; family++) {
    const end = ends[family] ?? at;
    const value = values[family] ?? 0;
    for (; at < end; at++) {
      const base = (buckets[at] ?? 0) * COUNT;
      for (let head = 0; head < COUNT; head++) scores[head] = (scores[head] ?? 0) + value * (weights[base + head] ?? 0);
    }
  }
  return scores;
};

/** A bias a head, and what AdaGrad remembers of it. */
interface Offsets {
  biases: Float32Array;
  squares: Float32Array;
}
const noOffsets = (): Offsets => ({ biases: new Float32Array(COUNT), squares: new Float32Array(COUNT) });

/**
 * Fits all heads at once by logistic regression: stochastic gradients with a rate of its own for every weight (AdaGrad,
 * Duchi et al. 2011). A head whose label is unknown in a text is left as it is. The offsets of texts labelled together
 * are thrown away afterwards: where each draws the line between hateful and not must not be learnt from how the texts of
 * a set are written. The same examples and seed give the same weights.
 */
export const fitHeads = (
  examples: readonly Prepared[],
  { epochs, learningRate, seed, onEpoch }: FitOptions,
): Weights => {
  const fitted: Weights = { weights: new Float32Array(BUCKETS * COUNT), biases: new Float32Array(COUNT) };
  const { weights, biases } = fitted;
  const squares = new Float32Array(BUCKETS * COUNT);
  const common: Offsets = { biases, squares: new Float32Array(COUNT) };
  const ofSets = new Map<string, Offsets>();
  const pull = ({ biases, squares }: Offsets, head: number, slope: number): void => {
    const square = (squares[head] ?? 0) + slope * slope;
    squares[head] = square;
    biases[head] = (biases[head] ?? 0) - (learningRate * slope) / Math.sqrt(square + 1);
  };
  const chance = seededChance(seed);
  const order = Uint32Array.from(examples, (_, at) => at);
  const known = new Int32Array(COUNT);
  const slopes = new Float64Array(COUNT);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = chance.below(at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const { labelledBy } = example;
      let own = labelledBy === undefined ? undefined : ofSets.get(labelledBy);
      if (labelledBy !== undefined && !own) {
        own = noOffsets();
        ofSets.set(labelledBy, own);
      }
      const scores = scoresBy(fitted, example);
      let count = 0;
      for (let head = 0; head < COUNT; head++) {
        const label = example.labels[head] ?? Number.NaN;
        if (Number.isNaN(label)) continue;
        const opinion = OPINIONS[head] === true;
        const score = (scores[head] ?? 0) + (opinion ? (own?.biases[head] ?? 0) : 0);
        const doubt = opinion ? DOUBT : 0;
        const wanted = label === 1 ? 1 - doubt : doubt;
        const slope = (1 / (1 + Math.exp(-score)) - wanted) * example.weight;
        if (Math.abs(slope) < 1e-4) continue;
        known[count] = head;
        slopes[count] = slope;
        count += 1;
        pull(common, head, slope);
        if (own && opinion) pull(own, head, slope);
      }
      if (count === 0) continue;
      let at = 0;
      for (let family = 0; family < FAMILIES.length; family++) {
        const end = example.ends[family] ?? at;
        const value = example.values[family] ?? 0;
        for (; at < end; at++) {
          const base = (example.buckets[at] ?? 0) * COUNT;
          for (let k = 0; k < count; k++) {
            const place = base + (known[k] ?? 0);
            const slope = (slopes[k] ?? 0) * value;
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
