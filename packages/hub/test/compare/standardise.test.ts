import { describe, expect, it } from 'vitest';
import { languagesMissing, standardised } from '../../src/compare/standardise.js';

const byLanguage = new Map([
  ['ara', { posts: 900, flagged: { hate: 90 } }],
  ['fra', { posts: 100, flagged: { hate: 2 } }],
]);

describe('direct standardisation', () => {
  it('weighs the rates of languages by the standard: half of 10 % and half of 2 % are 6 %', () => {
    const rate = standardised('hate', { ara: 0.5, fra: 0.5 }, byLanguage);
    expect(rate?.rate).toBeCloseTo(0.06, 12);
    // The 100 French posts, with half the weight, make most of the interval.
    expect(rate?.low).toBeGreaterThan(0.04);
    expect(rate?.high).toBeLessThan(0.1);
  });

  it('gives the crude rate back for the mix of the city itself', () => {
    expect(standardised('hate', { ara: 0.9, fra: 0.1 }, byLanguage)?.rate).toBeCloseTo(0.092, 12);
  });

  it('is not possible without every language of the standard', () => {
    expect(standardised('hate', { ara: 0.5, eng: 0.5 }, byLanguage)).toBeUndefined();
    expect(languagesMissing({ ara: 0.5, eng: 0.5 }, byLanguage)).toEqual(['eng']);
    expect(standardised('hate', {}, byLanguage)).toBeUndefined();
  });
});
