import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../src/wilson-interval.js';

describe('wilsonInterval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('agrees with the published value for %i of %i', (flagged, posts, low, high) => {
    const interval = wilsonInterval(flagged, posts);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('lies within 0 and 1, holds the share, and narrows as posts grow', () => {
    const counts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((posts) => fc.tuple(fc.integer({ min: 0, max: posts }), fc.constant(posts)));
    fc.assert(
      fc.property(counts, ([flagged, posts]) => {
        const interval = wilsonInterval(flagged, posts);
        const larger = wilsonInterval(flagged * 4, posts * 4);
        const share = flagged / posts;
        return (
          interval.low >= 0 &&
          interval.high <= 1 &&
          interval.low <= share + 1e-12 &&
          interval.high >= share - 1e-12 &&
          larger.high - larger.low < interval.high - interval.low
        );
      }),
    );
  });

  it('mirrors: the interval of the unflagged is one minus that of the flagged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (flagged, rest) => {
        fc.pre(flagged + rest > 0);
        const one = wilsonInterval(flagged, flagged + rest);
        const other = wilsonInterval(rest, flagged + rest);
        expect(one.low).toBeCloseTo(1 - other.high, 10);
      }),
    );
  });
});
