import { describe, expect, it } from 'vitest';
import { jeffreysInterval } from '../../src/estimate/proportion-interval.js';

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
