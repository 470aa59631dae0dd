import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atBaseRate, figuresOf, type Judged, sortedByProbability } from '../../src/evaluate/figures.js';
import { figuresWithIntervals, shareWithInterval } from '../../src/evaluate/intervals.js';

const judged = (probability: number, truth: 0 | 1, found = probability >= 0.5): Judged => ({
  probability,
  found,
  truth,
  weight: 1,
});

const some = fc
  .array(fc.record({ tenths: fc.nat(10), positive: fc.boolean() }), { minLength: 2, maxLength: 60 })
  .map((list) => list.map(({ tenths, positive }) => judged(tenths / 10, positive ? 1 : 0)))
  .filter((list) => new Set(list.map(({ truth }) => truth)).size === 2);

describe('figuresOf', () => {
  it('gives the AUC as the share of pairs in the right order, ties counting half', () => {
    fc.assert(
      fc.property(some, (list) => {
        const positives = list.filter(({ truth }) => truth === 1);
        const negatives = list.filter(({ truth }) => truth === 0);
        let right = 0;
        for (const a of positives) {
          for (const b of negatives)
            right += a.probability > b.probability ? 1 : a.probability === b.probability ? 0.5 : 0;
        }
        expect(figuresOf(sortedByProbability(list)).auc).toBeCloseTo(right / (positives.length * negatives.length), 9);
      }),
    );
  });

  it('counts what is found by verdicts, not by probabilities', () => {
    const { precision, recall, f1, macroF1, falseAlarms } = figuresOf(
      sortedByProbability([judged(0.9, 1), judged(0.4, 1, true), judged(0.3, 1), judged(0.8, 0), judged(0.1, 0)]),
    );
    expect([precision, recall, f1, falseAlarms]).toEqual([2 / 3, 2 / 3, 2 / 3, 1 / 2]);
    expect(macroF1).toBeCloseTo((2 / 3 + 1 / 2) / 2, 9);
  });

  it('finds at a review budget what the likeliest texts hold', () => {
    const list = Array.from({ length: 200 }, (_, at) => judged(1 - at / 200, at < 3 || at > 150 ? 1 : 0));
    const positives = list.filter(({ truth }) => truth === 1).length;
    const figures = figuresOf(sortedByProbability(list));
    expect(figures['recallAt0.005']).toBeCloseTo(1 / positives, 9);
    expect(figures['recallAt0.01']).toBeCloseTo(2 / positives, 9);
    expect(figures['recallAt0.02']).toBeCloseTo(3 / positives, 9);
  });

  it('is undefined where a class is missing', () => {
    const { auc, recall, falseAlarms } = figuresOf([judged(0.9, 0), judged(0.2, 0)]);
    expect([auc, recall]).toEqual([Number.NaN, Number.NaN]);
    expect(falseAlarms).toBe(0.5);
  });

  it('leaves recall and ranking as they are when positives are made rare, and lowers precision', () => {
    fc.assert(
      fc.property(some, (list) => {
        const natural = figuresOf(sortedByProbability(list));
        const rare = figuresOf(sortedByProbability(atBaseRate(list, 0.01)));
        expect(rare.recall).toBeCloseTo(natural.recall, 9);
        expect(rare.auc).toBeCloseTo(natural.auc, 9);
        const share = list.filter(({ truth }) => truth === 1).length / list.length;
        if (share > 0.01 && !Number.isNaN(natural.precision)) {
          expect(rare.precision).toBeLessThanOrEqual(natural.precision + 1e-9);
        }
      }),
    );
  });
});

describe('figuresWithIntervals', () => {
  it('holds each figure in its interval, the same each time, and narrower with more texts', () => {
    const texts = (count: number): Judged[] =>
      sortedByProbability(
        Array.from({ length: count }, (_, at) => judged(((at * 37) % 100) / 100, at % 3 === 0 ? 1 : 0)),
      );
    const few = figuresWithIntervals(texts(60));
    const many = figuresWithIntervals(texts(1500));
    expect(figuresWithIntervals(texts(60))).toEqual(few);
    const width = ({ low, high }: { low: number | null; high: number | null }): number => (high ?? 0) - (low ?? 0);
    for (const figures of [few, many]) {
      expect(figures.recall.low).toBeLessThanOrEqual(figures.recall.value ?? 2);
      expect(figures.recall.high).toBeGreaterThanOrEqual(figures.recall.value ?? -1);
    }
    expect(width(many.recall)).toBeLessThan(width(few.recall));
  });
});

describe('figuresWithIntervals', () => {
  it('does not take five hits of five for certainty', () => {
    const five = Array.from({ length: 5 }, () => judged(0.9, 1));
    const six = Array.from({ length: 6 }, () => judged(0.1, 0));
    const { precision, falseAlarms, macroF1, auc } = figuresWithIntervals([...five, ...six]);
    expect([macroF1, auc]).toEqual(Array(2).fill({ value: 1, low: null, high: null }));
    expect(precision).toEqual({ value: 1, low: 0.5655, high: 1 });
    expect(falseAlarms).toEqual({ value: 0, low: 0, high: 0.3903 });
  });
});

describe('shareWithInterval', () => {
  it('gives the interval of Newcombe (1998, table I, method 3) for 81 of 263', () => {
    expect(shareWithInterval(81, 263)).toEqual({ value: 0.308, low: 0.2553, high: 0.3662 });
  });

  it('is open for no texts', () => {
    expect(shareWithInterval(0, 0)).toEqual({ value: null, low: null, high: null });
  });
});
