import { describe, expect, it } from 'vitest';
import { poolEffects } from '../../src/compare/random-effects.js';
import { studentQuantile975 } from '../../src/compare/student-quantile.js';

/**
 * Log risk ratios and variances of the 13 trials of the tuberculosis vaccine (Colditz et al., JAMA 271, 1994), the textbook
 * example of random effects; Paule and Mandel's variance for them is 0.318, their mean −0.715 (Viechtbauer, J. Stat. Softw. 36, 2010).
 */
const VACCINE: [number, number][] = [
  [-0.8893, 0.3256],
  [-1.5854, 0.1946],
  [-1.3481, 0.4154],
  [-1.4416, 0.02],
  [-0.2175, 0.0512],
  [-0.7861, 0.0069],
  [-1.6209, 0.223],
  [0.012, 0.004],
  [-0.4694, 0.0564],
  [-1.3713, 0.073],
  [-0.3394, 0.0124],
  [0.4459, 0.5325],
  [-0.0173, 0.0714],
];

describe('pooled effects', () => {
  it('are those of the textbook for the trials of the vaccine', () => {
    const pooled = poolEffects(VACCINE.map(([value, variance]) => ({ value, variance })));
    expect(pooled.between).toBeCloseTo(0.318, 3);
    expect(pooled.mean).toBeCloseTo(-0.715, 3);
    expect(pooled.notChance).toBeCloseTo(0.921, 3);
  });

  it('of alike estimates have no variance between them, and the usual error', () => {
    const pooled = poolEffects([
      { value: 1, variance: 0.04 },
      { value: 1, variance: 0.04 },
    ]);
    expect(pooled).toMatchObject({ mean: 1, between: 0, notChance: 0, halfRange: undefined });
    expect(pooled.error).toBeCloseTo(Math.sqrt(0.02), 10);
  });
});

describe('the quantile of Student', () => {
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [3, 3.1824],
    [5, 2.5706],
    [10, 2.2281],
    [30, 2.0423],
    [229, 1.9704],
  ])('for %i degrees of freedom is that of the tables', (freedom, quantile) => {
    expect(studentQuantile975(freedom)).toBeCloseTo(quantile, 4);
  });
});
