import { studentQuantile975 } from './student-quantile.js';

/** An estimate and its variance, on a scale on which errors add up. */
export interface Effect {
  value: number;
  variance: number;
}

/** What several estimates say together. */
export interface Pooled {
  mean: number;
  /** standard error of the mean, by Hartung & Knapp */
  error: number;
  /** variance between what is estimated, beyond chance (Paule & Mandel) */
  between: number;
  /** half of the 95 % interval of the mean */
  halfWidth: number;
  /** half of the 95 % range of one more of the same kind; undefined below three */
  halfRange: number | undefined;
  /** I²: share of the variance that is not chance */
  notChance: number;
}

const weightsOf = (effects: readonly Effect[], between: number): number[] =>
  effects.map(({ variance }) => 1 / (variance + between));

const meanOf = (effects: readonly Effect[], weights: readonly number[]): number => {
  let sum = 0;
  let total = 0;
  for (const [at, { value }] of effects.entries()) {
    sum += (weights[at] ?? 0) * value;
    total += weights[at] ?? 0;
  }
  return sum / total;
};

/** Cochran's Q at a variance between: the weighted squares around the weighted mean. */
const heterogeneity = (effects: readonly Effect[], between: number): number => {
  const weights = weightsOf(effects, between);
  const mean = meanOf(effects, weights);
  return effects.reduce((sum, { value }, at) => sum + (weights[at] ?? 0) * (value - mean) ** 2, 0);
};

/** The variance between, at which Q is what chance alone would give; 0 where it never is more. */
const pauleMandel = (effects: readonly Effect[]): number => {
  const expected = effects.length - 1;
  if (heterogeneity(effects, 0) <= expected) return 0;
  let low = 0;
  let high = 1;
  while (heterogeneity(effects, high) > expected) high *= 2;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (heterogeneity(effects, middle) > expected) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * Random-effects mean of at least two estimates: variance between them by Paule & Mandel (1982), interval by Hartung & Knapp
 * (2001) with the larger of their variance and the usual one (Röver, Knapp & Friede 2015), so that few or alike estimates do
 * not look surer than they are; range of one more by Higgins, Thompson & Spiegelhalter (2009).
 */
export const poolEffects = (effects: readonly Effect[]): Pooled => {
  const freedom = effects.length - 1;
  const between = pauleMandel(effects);
  const weights = weightsOf(effects, between);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = meanOf(effects, weights);
  const error = Math.sqrt(Math.max(1, heterogeneity(effects, between) / freedom) / total);
  const q = heterogeneity(effects, 0);
  return {
    mean,
    error,
    between,
    halfWidth: studentQuantile975(freedom) * error,
    halfRange: freedom < 2 ? undefined : studentQuantile975(freedom - 1) * Math.sqrt(between + error ** 2),
    notChance: q <= freedom ? 0 : (q - freedom) / q,
  };
};
