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
import { intervalOf } from '../../src/view/interval.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('classOfFlagged', () => {
  it('puts a bound into the class above it', () => {
    expect(CLASS_BOUNDS.map((bound) => classOfFlagged({ low: bound, high: bound }))).toEqual([...FLAGGED_CLASSES[0]]);
  });

  it('calls no share of few posts sure: none flagged of 11 may be any share, none of 1000 is under the first bound', () => {
    const of = (flagged: number, posts: number) => classOfFlagged(intervalOf(flagged, posts) ?? { low: 0, high: 1 });
    expect(of(0, 11)).toBe('flagged-any');
    expect(of(0, 60)).toBe('flagged-1-3');
    expect(of(0, 150)).toBe('flagged-1-2');
    expect(of(0, 1000)).toBe('flagged-1');
    expect(of(300, 1000)).toBe('flagged-5');
  });

  it('merges as corrected shares do', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(classOfFlagged({ low, high })).toBe(classOfInterval({ low, high }).replace('rate', 'flagged'));
      }),
    );
    expect(FLAGGED_CLASSES.map((row) => row.map((name) => name.replace('flagged', 'rate')))).toEqual(RATE_CLASSES);
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
    for (const one of FLAGGED_CLASSES.flat()) expect(RATE_CLASSES.flat()).not.toContain(one);
  });
});
