import { describe, expect, it } from 'vitest';
import { languagesMissing, standardised, standardOf } from '../../src/compare/standardise.js';

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

describe('the standard', () => {
  const telling = (languages: Record<string, number>) => ({
    languages,
    byLanguage: new Map(Object.entries(languages).map(([code, share]) => [code, { posts: 1000 * share, flagged: {} }])),
  });
  const silent = (languages: Record<string, number>) => ({ languages, byLanguage: new Map<string, never>() });

  it('is the mean mix, each city counting the same', () => {
    expect(standardOf([telling({ ara: 0.6, fra: 0.4 }), telling({ ara: 0.8, fra: 0.2 })])).toEqual({
      mix: { ara: expect.closeTo(0.7, 12), fra: expect.closeTo(0.3, 12) },
      covers: expect.closeTo(1, 12),
    });
  });

  it('holds the languages alone that all tell who tell any, and says how many posts are in them', () => {
    const cities = [telling({ ara: 1 }), telling({ ara: 0.8, fra: 0.2 }), silent({ ara: 1 })];
    const standard = standardOf(cities);
    expect(standard?.mix).toEqual({ ara: 1 });
    expect(standard?.covers).toBeCloseTo(2.8 / 3, 12);
  });

  it('is none where too few posts are in languages that all tell, or fewer than two cities tell any', () => {
    expect(standardOf([telling({ ara: 1 }), telling({ ara: 0.5, fra: 0.5 })])).toBeNull();
    expect(standardOf([telling({ ara: 1 }), silent({ ara: 1 })])).toBeNull();
    expect(standardOf([telling({ ara: 1 }), telling({ fra: 1 })])).toBeNull();
  });
});
