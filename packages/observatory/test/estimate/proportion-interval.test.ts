import { describe, expect, it } from 'vitest';
import { jeffreysInterval, wilsonInterval } from '../../src/estimate/proportion-interval.js';

describe('wilsonInterval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d lies where Newcombe prints it', (positives, size, low, high) => {
    const interval = wilsonInterval(positives, size);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe('jeffreysInterval', () => {
  it('3 of 40 agrees with two other programs', () => {
    const { low, high } = jeffreysInterval(3, 40);
    expect(low).toBeCloseTo(0.021577, 6);
    expect(high).toBeCloseTo(0.186814, 6);
  });

  it('no positive has a lower end of 0, nothing but positives an upper end of 1', () => {
    expect(jeffreysInterval(0, 20).low).toBe(0);
    expect(jeffreysInterval(20, 20).high).toBe(1);
    expect(jeffreysInterval(0, 20).high).toBeGreaterThan(0.08);
  });
});
