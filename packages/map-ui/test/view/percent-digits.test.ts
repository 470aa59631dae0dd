import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOfFlagged } from '../../src/view/classes.js';
import { percentDigits } from '../../src/view/percent-digits.js';
import { translatorOf } from '../i18n/read-catalogue.js';

describe('percentDigits', () => {
  it.each([
    [0.014, 1],
    [0.14, 0],
    [0.2, 0],
    [0.195, 1],
    [0.1996, 2],
    [0.0996, 2],
    [0.1, 0],
    [1, 0],
  ])('gives %f so many decimals: %i', (share, digits) => {
    expect(percentDigits(share)).toBe(digits);
  });

  it('lets two shares read alike only where they have the same colour', () => {
    const { percent } = translatorOf('en');
    const share = fc
      .tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }))
      .map(([flagged, posts]) => Math.min(flagged, posts) / posts);
    const nearBound = fc
      .tuple(fc.constantFrom(0.02, 0.05, 0.1, 0.2), fc.integer({ min: -600, max: 600 }))
      .map(([bound, off]) => bound + off / 100_000);
    fc.assert(
      fc.property(fc.oneof(share, nearBound), (one) => {
        const read = Number.parseFloat(percent(one)) / 100;
        expect(classOfFlagged({ low: read, high: read })).toBe(classOfFlagged({ low: one, high: one }));
      }),
      { numRuns: 2000 },
    );
  });
});
