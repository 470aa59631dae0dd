import { describe, expect, it } from 'vitest';
import { seededChance } from '../../src/chance.js';
import { headAt } from '../../src/linear/heads.js';
import { labelVector } from '../../src/train/example.js';
import { fitHeads, scoresBy } from '../../src/train/fit-heads.js';
import type { Prepared } from '../../src/train/prepared.js';

const [LOWER_CASE, HASHTAGS, INSULT] = [11, 22, 33];
const HATE = headAt('hate');

/** A text of the given word features. */
const textOf = (buckets: readonly number[], hate: 0 | 1, labelledBy: string | undefined): Prepared => ({
  source: labelledBy ?? 'ours',
  language: 'eng',
  buckets: Int32Array.from(buckets),
  ends: [0, buckets.length, buckets.length, buckets.length, buckets.length],
  values: [0, 1 / Math.sqrt(buckets.length), 0, 0, 0],
  labels: labelVector({ hate }),
  weight: 1,
  namesPeople: true,
  foldKey: 'x',
  labelledBy,
  hatePoints: 0,
});

/** Two sets: one calls nearly all of its lower-case posts hateful, one hardly any of its posts with hashtags. */
const twoSets = (named: boolean): Prepared[] => {
  const chance = seededChance(7);
  return Array.from({ length: 2000 }, (_, at) => {
    const first = at % 2 === 0;
    const insult = chance.next() < 0.5;
    const hate = chance.next() < (first ? 0.7 : 0.1) + (insult ? 0.2 : 0) ? 1 : 0;
    const buckets = [first ? LOWER_CASE : HASHTAGS, ...(insult ? [INSULT] : [])];
    return textOf(buckets, hate, named ? (first ? 'strict' : 'lenient') : undefined);
  });
};

const options = { epochs: 4, learningRate: 0.1, seed: 1 };
const hateOf = (examples: readonly Prepared[], buckets: readonly number[]): number =>
  scoresBy(fitHeads(examples, options), textOf(buckets, 0, undefined))[HATE] ?? Number.NaN;

describe('fitHeads', () => {
  it('does not learn where a set draws its line from how the texts of that set are written', () => {
    const gap = (examples: Prepared[]): number => hateOf(examples, [LOWER_CASE]) - hateOf(examples, [HASHTAGS]);
    expect(gap(twoSets(true))).toBeLessThan(0.6 * gap(twoSets(false)));
    expect(hateOf(twoSets(true), [INSULT])).toBeGreaterThan(hateOf(twoSets(true), [44]) + 0.3);
  });

  it('gives the same weights for the same texts and seed', () => {
    const bytes = (): Buffer => Buffer.from(fitHeads(twoSets(true), options).weights.buffer);
    expect(bytes().equals(bytes())).toBe(true);
  });

  it('leaves a head alone of which nothing is known', () => {
    const { weights, biases } = fitHeads(twoSets(false), options);
    const offensive = headAt('offensive');
    const heads = biases.length;
    expect(biases[offensive]).toBe(0);
    expect(weights[INSULT * heads + offensive]).toBe(0);
    expect(weights[INSULT * heads + HATE]).not.toBe(0);
  });
});
