import type { IsoWeek } from './iso-week.js';

const DAY = 86_400_000;

/** The Monday (UTC) that begins the week, in milliseconds since 1970. Source: ISO 8601, week 1 holds 4 January. */
export const weekStart = (week: IsoWeek): number => {
  const year = Number(week.slice(0, 4));
  const number = Number(week.slice(6));
  const january4 = Date.UTC(year, 0, 4);
  const mondayOfWeek1 = january4 - ((new Date(january4).getUTCDay() + 6) % 7) * DAY;
  return mondayOfWeek1 + (number - 1) * 7 * DAY;
};

/** The ISO week of an instant (ISO 8601 text or milliseconds), in UTC. */
export const weekOf = (time: string | number): IsoWeek => {
  const date = new Date(time);
  const day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  // The Thursday of a week decides its year.
  const thursday = day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`;
};

/** Every year has so many weeks, some have one more (ISO 8601). */
const LEAST_WEEKS = 52;

/** The week after. */
export const nextWeek = (week: IsoWeek): IsoWeek => {
  const number = Number(week.slice(6));
  // Thousands of blocks ask for all their weeks: few of those are the last of a year.
  if (number < LEAST_WEEKS) return `${week.slice(0, 6)}${String(number + 1).padStart(2, '0')}`;
  return weekOf(weekStart(week) + 7 * DAY);
};

/** All weeks from `first` to `last`, both included; empty when `last` is earlier. */
export const weeksBetween = (first: IsoWeek, last: IsoWeek): IsoWeek[] => {
  const weeks: IsoWeek[] = [];
  for (let week = first; week <= last; week = nextWeek(week)) weeks.push(week);
  return weeks;
};

/** Number of weeks from `first` to `last`, both included; 0 when `last` is earlier. Cheap enough for thousands of areas at every step. */
export const weekCount = (first: IsoWeek, last: IsoWeek): number =>
  Math.max(0, (weekStart(last) - weekStart(first)) / (7 * DAY) + 1);
