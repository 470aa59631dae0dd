import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from '../../src/extract/read-time.js';

describe('readTime', () => {
  it.each([
    ['2026-04-02T10:00:00+01:00', '2026-04-02T09:00:00.000Z', 'second'],
    ['2026-04-02T10:00:00.123Z', '2026-04-02T10:00:00.123Z', 'second'],
    ['2026-04-02 10:00', '2026-04-02T10:00:00.000Z', 'second'],
    ['20260402T100000Z', '2026-04-02T10:00:00.000Z', 'second'],
    ['2026-04-02', '2026-04-02T00:00:00.000Z', 'day'],
    ['Thu, 02 Apr 2026 10:00:00 +0100', '2026-04-02T09:00:00.000Z', 'second'],
    ['2 Apr 26 10:00 EST', '2026-04-02T15:00:00.000Z', 'second'],
    ['Wed Oct 10 20:19:24 +0000 2018', '2018-10-10T20:19:24.000Z', 'second'],
    ['April 2, 2026', '2026-04-02T00:00:00.000Z', 'day'],
    ['Apr 2, 2026, 3:05 pm', '2026-04-02T15:05:00.000Z', 'second'],
    ['31/12/2026 10:30', '2026-12-31T10:30:00.000Z', 'second'],
    ['1775124000', '2026-04-02T10:00:00.000Z', 'second'],
    ['1775124000000', '2026-04-02T10:00:00.000Z', 'second'],
  ])('reads %s', (written, at, precision) => {
    expect(readTime(written)).toEqual({ at, precision });
  });
  it.each([
    '',
    'yesterday',
    '03/04/2026',
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    '12',
    '1970-01-01',
    '2026-04-02T25:00',
  ])('does not guess at %j', (written) => {
    expect(readTime(written)).toBeUndefined();
  });
  it('gives back every instant that is written in ISO 8601', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          expect(readTime(date.toISOString())?.at).toBe(date.toISOString());
          expect(readTime(date.toUTCString())?.at.slice(0, 19)).toBe(date.toISOString().slice(0, 19));
        },
      ),
      { numRuns: 1000, seed: 13 },
    );
  });
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-/:.TZ +aprAPR,() '.split('')), maxLength: 30 }),
        (text) => {
          const time = readTime(text);
          if (time) expect(new Date(time.at).toISOString()).toBe(time.at);
        },
      ),
      { numRuns: 5000, seed: 14 },
    );
  });
});
