import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS_BOUNDS, classOfRate, RATE_CLASSES } from '../../src/view/classes.js';

describe('classOfRate', () => {
  it('puts a bound into the class above it', () => {
    expect(CLASS_BOUNDS.map(classOfRate)).toEqual([...RATE_CLASSES]);
  });

  it.each([
    [0, 'rate-1'],
    [0.0199, 'rate-1'],
    [0.02, 'rate-2'],
    [0.0999, 'rate-3'],
    [0.1999, 'rate-4'],
    [1, 'rate-5'],
  ])('puts %f into %s', (rate, expected) => {
    expect(classOfRate(rate)).toBe(expected);
  });

  it('never falls as the rate rises', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        return RATE_CLASSES.indexOf(classOfRate(low)) <= RATE_CLASSES.indexOf(classOfRate(high));
      }),
    );
  });
});
