import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWeek, weekCount, weekOf, weekStart, weeksBetween } from '../src/week.js';

const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) });

describe('weekOf', () => {
  it.each([
    ['2026-03-30T00:00:00Z', '2026-W14'],
    ['2026-09-27T23:59:59Z', '2026-W39'],
    // Years whose first or last days belong to a neighbouring ISO year.
    ['2021-01-03T12:00:00Z', '2020-W53'],
    ['2018-12-31T00:00:00Z', '2019-W01'],
    ['2027-01-01T00:00:00Z', '2026-W53'],
  ])('%s lies in %s', (instant, week) => {
    expect(weekOf(instant)).toBe(week);
  });

  it('holds every instant between its own start and the start of the next', () => {
    fc.assert(
      fc.property(time, (instant) => {
        const week = weekOf(instant);
        expect(weekStart(week)).toBeLessThanOrEqual(instant);
        expect(weekStart(nextWeek(week))).toBeGreaterThan(instant);
      }),
    );
  });
});

describe('weeksBetween', () => {
  it('counts across the end of a year of 53 weeks', () => {
    expect(weeksBetween('2026-W52', '2027-W02')).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
  });

  it('is empty when the last week comes first', () => {
    expect(weeksBetween('2026-W10', '2026-W09')).toEqual([]);
  });
});

describe('weekCount', () => {
  it('is the number of weeks that weeksBetween lists', () => {
    const week = fc.integer({ min: Date.UTC(2018, 0, 1), max: Date.UTC(2034, 0, 1) }).map(weekOf);
    fc.assert(
      fc.property(week, week, (first, last) => {
        expect(weekCount(first, last)).toBe(weeksBetween(first, last).length);
      }),
    );
  });
});
