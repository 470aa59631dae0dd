import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedTime, readTime } from '../../src/extract/read-time.js';

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
    ['2026-04-02T10:00:00,5-0530', '2026-04-02T15:30:00.500Z', 'second'],
    ['2026-04-02T10Z', '2026-04-02T10:00:00.000Z', 'second'],
    ['2026-4-2 9:05', '2026-04-02T09:05:00.000Z', 'second'],
    ['2026-092', '2026-04-02T00:00:00.000Z', 'day'],
    ['2026092T10:00Z', '2026-04-02T10:00:00.000Z', 'second'],
    ['2026-W14-4', '2026-04-02T00:00:00.000Z', 'day'],
    ['2026W14', '2026-03-30T00:00:00.000Z', 'day'],
    ['Fri, 2026/04/03 08:19:53 EDT', '2026-04-03T12:19:53.000Z', 'second'],
    ['2026-04-02 23:56:58.0', '2026-04-02T23:56:58.000Z', 'second'],
    ['Thursday, 02 April 2026 10:00:00 GMT', '2026-04-02T10:00:00.000Z', 'second'],
    ['Xyz, 02 Apr 2026 10:00:00 UT', '2026-04-02T10:00:00.000Z', 'second'],
    ['Thu, Apr 02 2026 10:00:00 PDT', '2026-04-02T17:00:00.000Z', 'second'],
    ['Thu, 02-Apr-26 10:00:00 A', '2026-04-02T11:00:00.000Z', 'second'],
    ['Thu, 02 Apr 2026 10:00:00 GMT+02:00', '2026-04-02T08:00:00.000Z', 'second'],
    ['Thu, 02 Apr 2026 10:00:00 EST (Eastern)', '2026-04-02T15:00:00.000Z', 'second'],
    ['Thu, 02 Apr 2026 24:00:00 GMT', '2026-04-03T00:00:00.000Z', 'second'],
    ['Thu, 02 Apr 2026 23:59:60 GMT', '2026-04-03T00:00:00.000Z', 'second'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00.000Z', 'second'],
    ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00.000Z', 'second'],
    ['2004년 05월 28일 01:31:15', '2004-05-27T16:31:15.000Z', 'second'],
    ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17.000Z', 'second'],
    ['2004-05-25 오전 12:23:17', '2004-05-24T15:23:17.000Z', 'second'],
    ['2 avril 2026 à 10:00', '2026-04-02T10:00:00.000Z', 'second'],
    ['12 août 2026', '2026-08-12T00:00:00.000Z', 'day'],
    ['الأحد، 12 يناير 2026 10:00', '2026-01-12T10:00:00.000Z', 'second'],
    ['١٢ كانون الثاني ٢٠٢٦', '2026-01-12T00:00:00.000Z', 'day'],
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
    '2026',
    '2026-04',
    '260402',
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
  it.each([
    ['2026', '2026-01-01T00:00:00.000Z', 'unknown'],
    ['2026-04', '2026-04-01T00:00:00.000Z', 'unknown'],
    ['April 2026', '2026-04-01T00:00:00.000Z', 'unknown'],
    ['260402', '2026-04-02T00:00:00.000Z', 'day'],
    ['26-04-02', '2026-04-02T00:00:00.000Z', 'day'],
    ['26-092', '2026-04-02T00:00:00.000Z', 'day'],
    ['-2604', '2026-04-01T00:00:00.000Z', 'unknown'],
  ])('reads %s in feeds alone', (written, at, precision) => {
    expect(readFeedTime(written)).toEqual({ at, precision });
    expect(readTime(written)).toBeUndefined();
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
