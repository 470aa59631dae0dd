import type { TimePrecision } from '@marsad/records';

/** A time of publication and how finely it is known. */
export interface KnownTime {
  /** ISO 8601 in UTC */
  at: string;
  precision: TimePrecision;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// Offsets in minutes of the zone names RFC 822 knows; others are read as UTC.
const ZONES: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
  BST: 60,
  MSK: 180,
  JST: 540,
};

const offsetMinutes = (zone: string | undefined): number => {
  if (zone === undefined) return 0;
  const numeric = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!numeric) return ZONES[zone.toUpperCase()] ?? 0;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return numeric[1] === '-' ? -minutes : minutes;
};

const known = (
  [year, month, day]: readonly [number, number, number],
  clock: {
    hour?: string | undefined;
    minute?: string | undefined;
    second?: string | undefined;
    fraction?: string | undefined;
    zone?: string | undefined;
  },
): KnownTime | undefined => {
  if (year < 1990 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  if (clock.hour === undefined) return { at: new Date(Date.UTC(year, month - 1, day)).toISOString(), precision: 'day' };
  const [hour, minute, second] = [Number(clock.hour), Number(clock.minute ?? 0), Number(clock.second ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const milliseconds = Math.floor(Number(`0.${clock.fraction ?? 0}`) * 1000);
  const instant = Date.UTC(
    year,
    month - 1,
    day,
    hour,
    minute - offsetMinutes(clock.zone),
    Math.min(second, 59),
    milliseconds,
  );
  return { at: new Date(instant).toISOString(), precision: 'second' };
};

const sinceEpoch = (milliseconds: number): KnownTime | undefined =>
  milliseconds < Date.UTC(1990)
    ? undefined
    : { at: new Date(Math.floor(milliseconds)).toISOString(), precision: 'second' };

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:\s*T\s*|\s+)(\d{1,2}):?(\d{2})?(?::?(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?(?:\d{2})?)?)?$/i;
// RFC 822 and what feeds make of it: weekday and seconds may be missing, years may have two digits.
const RFC_822 =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*([a-z]{1,5}|[+-]\d{1,2}:?\d{2})?)?(?:\s*\([^)]*\))?$/i;
// asctime and Twitter: Wed Oct 10 20:19:24 +0000 2018
const ASCTIME =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,5}|[+-]\d{4})?\s+(\d{4})$/i;
const MONTH_FIRST =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?)?$/i;
const DAY_FIRST = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

const month = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
const year = (digits: string | undefined): number => {
  const value = Number(digits);
  if ((digits ?? '').length === 4) return value;
  return value < 70 ? 2000 + value : 1900 + value;
};
const hour = (digits: string | undefined, half: string | undefined): string | undefined => {
  if (digits === undefined || half === undefined) return digits;
  return String((Number(digits) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0));
};

/**
 * Reads a time as pages, feeds and files write it: ISO 8601 and RFC 3339, RFC 822 with its usual mistakes, asctime, month
 * names in English, `31/12/2026`, seconds or milliseconds since 1970. A time without a zone is read as UTC.
 * @returns undefined when it cannot be told; `03/04/2026` could be March or April: it stays unknown
 */
export const readTime = (written: string): KnownTime | undefined => {
  const text = written.trim();
  if (text === '' || text.length > 80) return undefined;
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return sinceEpoch(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return sinceEpoch(Number(text));
  let m = ISO.exec(text);
  if (m)
    return known([Number(m[1]), Number(m[2]), Number(m[3])], {
      hour: m[4],
      minute: m[5],
      second: m[6],
      fraction: m[7],
      zone: m[8],
    });
  m = RFC_822.exec(text);
  if (m)
    return known([year(m[3]), month(m[2]), Number(m[1])], {
      hour: m[4],
      minute: m[5],
      second: m[6],
      fraction: m[7],
      zone: m[8],
    });
  m = ASCTIME.exec(text);
  if (m)
    return known([Number(m[7]), month(m[1]), Number(m[2])], { hour: m[3], minute: m[4], second: m[5], zone: m[6] });
  m = MONTH_FIRST.exec(text);
  if (m)
    return known([Number(m[3]), month(m[1]), Number(m[2])], {
      hour: hour(m[4], m[7]),
      minute: m[5],
      second: m[6],
      zone: m[8],
    });
  m = YEAR_FIRST.exec(text);
  if (m) return known([Number(m[1]), Number(m[2]), Number(m[3])], { hour: m[4], minute: m[5], second: m[6] });
  m = DAY_FIRST.exec(text);
  if (!m) return undefined;
  const [first, second] = [Number(m[1]), Number(m[2])];
  if (first <= 12 && second <= 12 && first !== second) return undefined;
  const [day, monthNumber] = first > 12 ? [first, second] : [second, first];
  return known([Number(m[3]), monthNumber, day], { hour: m[4], minute: m[5], second: m[6] });
};
