import { expect, it } from 'vitest';
import { poolErrorRates } from '../../src/estimate/pool-error-rates.js';

const set = (positives: number, positivesFlagged: number, harmless: number, harmlessFlagged: number) => ({
  positives,
  positivesFlagged,
  harmless,
  harmlessFlagged,
});

it('one set stands as it was counted', () => {
  expect(poolErrorRates([set(50, 20, 400, 3)])).toEqual(set(50, 20, 400, 3));
});

it('sets that differ are worth few texts: the size of the beta distribution with their variance', () => {
  // Shares 0.2 and 0.6: mean 0.4, variance 0.08, of one more set 0.12: 0.4 · 0.6 ÷ 0.12 − 1 = 1.
  const { positives, positivesFlagged } = poolErrorRates([set(1000, 200, 10, 1), set(1000, 600, 10, 1)]);
  expect(positives).toBeCloseTo(1, 9);
  expect(positivesFlagged).toBeCloseTo(0.4, 9);
});

it('sets that agree count with all their texts', () => {
  const { harmless, harmlessFlagged } = poolErrorRates([set(5, 1, 100, 10), set(5, 1, 300, 30)]);
  expect(harmless).toBe(400);
  expect(harmlessFlagged).toBeCloseTo(40, 9);
});
