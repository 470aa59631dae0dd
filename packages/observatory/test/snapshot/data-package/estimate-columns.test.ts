import type { SignalEstimate } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { estimateCells } from '../../../src/snapshot/data-package/estimate-columns.js';

const open: SignalEstimate = {
  rate: 1,
  low: 0.0955,
  high: 1,
  versusCity: 'cannot-tell',
  method: 'model-card',
  labels: 0,
  tooFewLabels: true,
};

describe('a corrected share in a table', () => {
  it('that the error rates of a model card leave open is empty beside its interval', () => {
    expect(estimateCells(open, 4).slice(0, 3)).toEqual([null, 0.0955, 1]);
  });

  it('of a format before 1.4.0 stays what it was, so that its snapshots are still made again byte by byte', () => {
    expect(estimateCells(open, 3).slice(0, 3)).toEqual([1, 0.0955, 1]);
  });

  it('that a card narrows, or that labels correct, is told', () => {
    expect(estimateCells({ ...open, rate: 0.2, high: 0.6 }, 4)[0]).toBe(0.2);
    expect(estimateCells({ ...open, method: 'labels', labels: 3 }, 4)[0]).toBe(1);
  });
});
