import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteRange } from '../../src/server/byte-range.js';

describe('byteRange', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=90-1000', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=9-1', 'none'],
    ['bytes=0-1,4-5', 'none'],
    ['bytes=-', 'none'],
    ['lines=0-1', 'none'],
    [undefined, 'none'],
  ])('reads %s of a hundred bytes', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });

  it('never leads out of the file, whatever is asked for', () => {
    const header = fc.oneof(
      fc.string(),
      fc.tuple(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n })).map(([from, to]) => `bytes=${from}-${to}`),
      fc.tuple(fc.nat(200), fc.nat(200)).map(([from, to]) => `bytes=${from}-${to}`),
    );
    fc.assert(
      fc.property(header, fc.integer({ min: 1, max: 150 }), (text, size) => {
        const range = byteRange(text, size);
        if (typeof range === 'string') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });
});
