import { describe, expect, it } from 'vitest';
import { meanScore, scorePage } from '../../src/evaluate/shingle-score.js';

describe('the score of a page', () => {
  it('counts runs of four tokens as a multiset', () => {
    // Truth has 2 runs, the find has 3, and 2 of them agree.
    expect(scorePage('a b c d e', 'a b c d e f')).toEqual({ precision: 2 / 3, recall: 1 });
  });

  it('makes one run of a text of fewer than four tokens', () => {
    expect(scorePage('a b', 'a b')).toEqual({ precision: 1, recall: 1 });
  });

  it('has no recall without truth and no precision without a find', () => {
    expect(scorePage('', 'a b c d')).toEqual({ precision: 0, recall: null });
    expect(scorePage('a b c d', '')).toEqual({ precision: null, recall: 0 });
  });
});

describe('the mean of pages', () => {
  it('is taken where a score is defined, and F1 from the two means', () => {
    const { precision, recall, f1 } = meanScore([
      { precision: 1, recall: 0.5 },
      { precision: null, recall: 1 },
    ]);
    expect([precision, recall]).toEqual([1, 0.75]);
    expect(f1).toBeCloseTo(6 / 7, 12);
  });
});
