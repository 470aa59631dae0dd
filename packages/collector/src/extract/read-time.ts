import type { TimePrecision } from '@marsad/records';
import { COARSE_TIME_FORMS, TIME_FORMS, type WrittenTime } from './time-forms.js';
import { zoneMinutes } from './time-zones.js';

/** A time of publication and how finely it is known. */
export interface KnownTime {
  /** ISO 8601 in UTC */
  at: string;
  precision: TimePrecision;
}

const MAXIMUM_LENGTH = 80;
/** Before it, pages write placeholders. Feeds are younger than 1999, but what they tell of may be older. */
const FIRST_YEAR = 1990;
const FIRST_YEAR_IN_FEEDS = 1971;
const LAST_YEAR = 2199;

const known = (written: WrittenTime, firstYear: number): KnownTime | undefined => {
  const { year, month = 1, day = 1 } = written;
  if (year < firstYear || year > LAST_YEAR || !(month >= 1 && month <= 12) || !(day >= 1)) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  if (written.hour === undefined)
    return {
      at: new Date(Date.UTC(year, month - 1, day)).toISOString(),
      precision: written.day === undefined ? 'unknown' : 'day',
    };
  const [hour, minute, second] = [Number(written.hour), Number(written.minute ?? 0), Number(written.second ?? 0)];
  // 24:00:00 is midnight after this day, :60 a leap second: both go on into the next minute.
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const milliseconds = Math.floor(Number(`0.${written.fraction ?? 0}`) * 1000);
  const instant = Date.UTC(year, month - 1, day, hour, minute - zoneMinutes(written.zone), second, milliseconds);
  return { at: new Date(instant).toISOString(), precision: 'second' };
};

const sinceEpoch = (milliseconds: number, firstYear: number): KnownTime | undefined =>
  milliseconds < Date.UTC(firstYear)
    ? undefined
    : { at: new Date(Math.floor(milliseconds)).toISOString(), precision: 'second' };

/** Digits of Arabic and Persian as ASCII, and every kind of white space as a space. */
const plainDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/\s+/g, ' ')
    .trim();

const read = (written: string, forms: typeof TIME_FORMS, firstYear: number): KnownTime | undefined => {
  if (written.length > 4 * MAXIMUM_LENGTH) return undefined;
  const text = plainDigits(written);
  if (text === '' || text.length > MAXIMUM_LENGTH) return undefined;
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return sinceEpoch(Number(text) * 1000, firstYear);
  if (/^\d{12,13}$/.test(text)) return sinceEpoch(Number(text), firstYear);
  for (const { pattern, read: readParts } of forms) {
    const groups = pattern.exec(text)?.groups;
    const parts = groups && readParts(groups);
    const time = parts && known(parts, firstYear);
    if (time) return time;
  }
  return undefined;
};

/**
 * Reads a time as pages, feeds and files write it (`time-forms.ts`), and seconds or milliseconds since 1970. A time
 * without a zone is read as UTC.
 * @returns undefined when it cannot be told; `03/04/2026` could be March or April: it stays unknown
 */
export const readTime = (written: string): KnownTime | undefined => read(written, TIME_FORMS, FIRST_YEAR);

/** Reads a time as elements of a feed write it: besides the above, forms without a day (precision `unknown`) or century. */
export const readFeedTime = (written: string): KnownTime | undefined =>
  read(written, [...TIME_FORMS, ...COARSE_TIME_FORMS], FIRST_YEAR_IN_FEEDS);
