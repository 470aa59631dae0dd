import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STRONG_CHANGE } from '../../src/view/change.js';
import { writtenChange } from '../../src/view/change-digits.js';
import { differenceOf } from '../../src/view/difference.js';

const sharesOf = (first: number, then: number) => {
  const before = { rate: first, interval: { low: first / 2, high: (1 + first) / 2 } };
  const after = { rate: then, interval: { low: then / 2, high: (1 + then) / 2 } };
  return { before, after, difference: differenceOf(before, after) };
};

describe('writtenChange', () => {
  it('writes both shares alike and a difference that they add up to', () => {
    const written = writtenChange(sharesOf(0.2248, 0.1986));
    expect(written).toMatchObject({ digits: 1, before: 0.225, after: 0.199 });
    expect(written.difference).toBeCloseTo(-0.026, 12);
  });

  it('adds up, and stays on its side of the bound of strong changes, whatever the shares', () => {
    const share = fc.integer({ min: 0, max: 5000 }).map((posts) => posts / 5000);
    fc.assert(
      fc.property(share, share, (first, then) => {
        const written = writtenChange(sharesOf(first, then));
        expect(written.after - written.before).toBeCloseTo(written.difference, 9);
        expect(Math.abs(written.difference - (then - first))).toBeLessThanOrEqual(0.001 + 1e-9);
        if (Math.abs(Math.abs(then - first) - STRONG_CHANGE) > 1e-9) {
          expect(Math.abs(written.difference) >= STRONG_CHANGE).toBe(Math.abs(then - first) >= STRONG_CHANGE);
        }
      }),
    );
  });
});
