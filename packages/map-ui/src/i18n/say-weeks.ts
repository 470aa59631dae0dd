import type { IsoWeek } from '@marsad/records/snapshot';
import { weekStart } from '@marsad/records/without-checks';
import type { WeekRange } from '../view/coverage.js';
import type { Translator } from './translator.js';

const SIX_DAYS = 6 * 86_400_000;

const crossesYears = (range: WeekRange): boolean => range.from.slice(0, 4) !== range.to.slice(0, 4);

/** The number of a week, with its year where the period spans several. */
const weekNumber = (week: IsoWeek, withYear: boolean): string => {
  const number = String(Number(week.slice(6)));
  return withYear ? `${number}/${week.slice(0, 4)}` : number;
};

/** `weeks 14–39` */
export const sayRange = (translator: Translator, range: WeekRange): string => {
  const withYear = crossesYears(range);
  const from = weekNumber(range.from, withYear);
  if (range.from === range.to) return translator.say('week.single', { from });
  return translator.say('week.range', { from, to: weekNumber(range.to, withYear) });
};

/** `weeks 14–31 and 34–39`; `period` decides whether years are needed. */
export const sayRuns = (translator: Translator, runs: readonly WeekRange[], period: WeekRange): string => {
  const only = runs[0];
  const withYear = crossesYears(period);
  if (runs.length === 1 && only?.from === only?.to && only) {
    return translator.say('week.single', { from: weekNumber(only.from, withYear) });
  }
  const words = runs.map((run) => {
    const from = weekNumber(run.from, withYear);
    return run.from === run.to ? from : translator.say('week.run', { from, to: weekNumber(run.to, withYear) });
  });
  return translator.say('week.list', { runs: translator.list(words) });
};

/** `weeks 14–39 (30 Mar – 27 Sept 2026)`: Monday of the first week to Sunday of the last (UTC). */
export const sayRangeWithDates = (translator: Translator, range: WeekRange): string =>
  translator.say('week.rangeWithDates', {
    range: sayRange(translator, range),
    dates: translator.say('week.dates', {
      from: translator.day(weekStart(range.from), crossesYears(range) ? 'short' : 'day-month'),
      to: translator.day(weekStart(range.to) + SIX_DAYS, 'short'),
    }),
  });

/** A week in a list to choose from, by the day it begins (`from`) or ends (`to`); `period` is what the list spans. */
export const sayWeekOption = (translator: Translator, week: IsoWeek, end: 'from' | 'to', period: WeekRange): string =>
  translator.say('week.option', {
    week: weekNumber(week, false),
    date: translator.day(weekStart(week) + (end === 'to' ? SIX_DAYS : 0), crossesYears(period) ? 'short' : 'day-month'),
  });
