import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centralMix, meanMix, mixDistance, mixOf } from '../../src/compare/mix.js';

const counts = fc.dictionary(fc.constantFrom('ara', 'fra', 'eng', 'amz'), fc.integer({ min: 0, max: 1000 }));

describe('mixes', () => {
  it('add up to 1 and lie between 0 and 1 from each other, the same both ways', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [x, y] = [mixOf(a), mixOf(b)];
        const sum = Object.values(x).reduce((total, share) => total + share, 0);
        expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true);
        expect(mixDistance(x, y)).toBeCloseTo(mixDistance(y, x), 12);
        expect(mixDistance(x, y)).toBeLessThanOrEqual(1 + 1e-9);
        expect(mixDistance(x, x)).toBe(0);
      }),
    );
  });

  it('have a middle that is one of them, not a mean that is nobody’s', () => {
    const [arabic, french] = [{ ara: 1 }, { fra: 1 }];
    expect(centralMix([arabic, french, arabic])).toEqual(arabic);
    expect(meanMix([arabic, french])).toEqual({ ara: 0.5, fra: 0.5 });
    expect(centralMix([])).toBeUndefined();
  });
});
