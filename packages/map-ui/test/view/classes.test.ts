import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AREA_CLASSES,
  boundsOfClass,
  CLASS_BOUNDS,
  classOfFlagged,
  classOfInterval,
  FLAGGED_CLASSES,
  isTexture,
  RATE_CLASSES,
} from '../../src/view/classes.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('classOfFlagged', () => {
  it('puts a bound into the class above it', () => {
    expect(CLASS_BOUNDS.map(classOfFlagged)).toEqual([...FLAGGED_CLASSES]);
  });

  it.each([
    [0, 'flagged-1'],
    [0.0199, 'flagged-1'],
    [0.02, 'flagged-2'],
    [0.0999, 'flagged-3'],
    [0.1999, 'flagged-4'],
    [1, 'flagged-5'],
  ])('puts %f into %s', (rate, expected) => {
    expect(classOfFlagged(rate)).toBe(expected);
  });

  it('never falls as the rate rises', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        return FLAGGED_CLASSES.indexOf(classOfFlagged(low)) <= FLAGGED_CLASSES.indexOf(classOfFlagged(high));
      }),
    );
  });
});

describe('classOfInterval', () => {
  it.each([
    [0.021, 0.049, 'rate-2'],
    [0.02, 0.05, 'rate-2'],
    [0.02, 0.051, 'rate-2-3'],
    [0, 0.03, 'rate-1-2'],
    [0.04, 0.15, 'rate-2-4'],
    [0.06, 0.9, 'rate-3-5'],
    [0.01, 0.15, 'rate-any'],
    [0, 1, 'rate-any'],
    [0.2, 0.2, 'rate-5'],
  ])('names all classes that %f to %f touches: %s', (low, high, expected) => {
    expect(classOfInterval({ low, high })).toBe(expected);
  });

  it('has fewer classes the more of them an interval touches', () => {
    expect(RATE_CLASSES.map((row) => row.length)).toEqual([5, 4, 3, 1]);
  });

  it('never tells classes apart that a narrower interval inside does not', () => {
    const rowOf = (low: number, high: number): number =>
      RATE_CLASSES.findIndex((row) => row.some((one) => one === classOfInterval({ low, high })));
    fc.assert(
      fc.property(fc.array(share, { minLength: 4, maxLength: 4 }), (ends) => {
        const [a = 0, b = 0, c = 0, d = 0] = ends.sort((one, other) => one - other);
        return rowOf(a, d) >= rowOf(b, c);
      }),
    );
  });

  it('holds its interval between the bounds it names', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const bounds = boundsOfClass(classOfInterval({ low, high }));
        return bounds.low <= low && (bounds.high === null || high <= bounds.high);
      }),
    );
  });
});

describe('AREA_CLASSES', () => {
  it('holds every class once, and no uncorrected one passes for a corrected one', () => {
    expect(new Set(AREA_CLASSES).size).toBe(AREA_CLASSES.length);
    expect(AREA_CLASSES.filter(isTexture)).toEqual(['cannot-tell', 'suppressed', 'other-weeks', 'no-data']);
    for (const one of FLAGGED_CLASSES) expect(RATE_CLASSES.flat()).not.toContain(one);
  });
});
