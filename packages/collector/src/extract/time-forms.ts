import { monthOf } from './month-names.js';

/** A time as written, before it is checked. */
export interface WrittenTime {
  year: number;
  /** 1 to 12; missing where only the year is written */
  month?: number;
  /** of the month; missing where only the month is written */
  day?: number;
  /** the clock, as digits: hours on 24, fraction without its point */
  hour?: string | undefined;
  minute?: string | undefined;
  second?: string | undefined;
  fraction?: string | undefined;
  /** `+01:00`, `EST`, `Z`; missing: UTC */
  zone?: string | undefined;
}

interface TimeForm {
  pattern: RegExp;
  /** undefined: it looks so, but cannot be told */
  read(part: Readonly<Record<string, string | undefined>>): WrittenTime | undefined;
}

const YEAR = String.raw`(?<year>\d{4}|\d{2})`;
const ZONE = String.raw`(?:\s*(?<zone>(?:GMT|UTC?|Z)?\s?[+\-\u2212]\d{1,2}:?(?:\d{2})?|[A-Z]{1,5}(?:/[A-Z]+)?)(?:\s*\([^)]*\))?)?`;
const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,:](?<fraction>\d+))?)?(?:\s*(?<half>[ap])\.?m\.?)?${ZONE}`;
/** A day's name with whatever stands after it; the wrong one does no harm. */
const DAY_NAME = String.raw`(?:[\p{L}\p{M}]{1,14}(?:\.?\s*[,،]\s*|\.\s*|\s+))?`;
const MONTH = String.raw`(?<month>[\p{L}\p{M}]{3,}(?: [\p{L}]+)?)\.?`;
const form = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'iu');

/** RFC 2822 §4.3: two digits mean 1950 to 2049. */
const fullYear = (digits: string | undefined): number => {
  const value = Number(digits);
  return (digits ?? '').length > 2 ? value : value + (value < 50 ? 2000 : 1900);
};

const hourOf = ({ hour, half }: Readonly<Record<string, string | undefined>>): string | undefined =>
  hour === undefined || half === undefined ? hour : String((Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0));

const clock = (part: Readonly<Record<string, string | undefined>>): Partial<WrittenTime> => ({
  hour: hourOf(part),
  minute: part.minute,
  second: part.second,
  fraction: part.fraction,
  zone: part.zone,
});

const byDay: TimeForm['read'] = (part) => ({
  year: fullYear(part.year),
  month: monthOf(part.month) || Number(part.month),
  day: Number(part.day),
  ...clock(part),
});

/** ISO 8601 week dates: week 1 holds the first Thursday. */
const byWeek: TimeForm['read'] = (part) => {
  const year = Number(part.year);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  const date = new Date(Date.UTC(year, 0, monday + (Number(part.week) - 1) * 7 + Number(part.day ?? 1) - 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...clock(part) };
};

const byDayOfYear: TimeForm['read'] = (part) => {
  const year = fullYear(part.year);
  const date = new Date(Date.UTC(year, 0, Number(part.day)));
  if (date.getUTCFullYear() !== year) return undefined;
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...clock(part) };
};

/** `31/12/2026` in either order, where only one of them can be meant. */
const byEither: TimeForm['read'] = (part) => {
  const [first, second] = [Number(part.first), Number(part.other)];
  if (first <= 12 && second <= 12 && first !== second) return undefined;
  const [day, month] = first > 12 ? [first, second] : [second, first];
  return { year: Number(part.year), month, day, ...clock(part) };
};

const KOREAN_HALF = '(?<korean>오전|오후)';
/** Korean forms name no zone; they are written in Korea. */
const inKorea: TimeForm['read'] = (part) => {
  const read = byDay({ ...part, half: part.korean === undefined ? part.half : part.korean === '오후' ? 'pm' : 'am' });
  return read && { ...read, zone: part.zone ?? 'KST' };
};

/** The forms in which feeds, pages and files write a time, in the order in which they are tried. */
export const TIME_FORMS: readonly TimeForm[] = [
  // ISO 8601, RFC 3339, W3CDTF, databases: 2026-04-02T10:00:00.5+01:00, 20260402T100000Z, 2026-04-02 10:00
  {
    pattern: form(
      String.raw`(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:(?:\s*T\s*|\s+|\s*,\s*)(?:(?<hour>\d{1,2}):?(?<minute>\d{2})?(?::?(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?${ZONE})?)?`,
    ),
    read: byDay,
  },
  // The same with parts of one digit, points or slashes: 2026-4-2 9:05, 2026/04/02, and a day's name (perforce)
  {
    pattern: form(
      String.raw`${DAY_NAME}(?<year>\d{4})\s*[-/.]\s*(?<month>\d{1,2})\s*[-/.]\s*(?<day>\d{1,2})\.?(?:[T\s,]\s*${CLOCK})?`,
    ),
    read: byDay,
  },
  // ISO 8601 ordinal and week dates: 2026-092, 2026W145, 2026-W14-5
  {
    pattern: form(String.raw`(?<year>\d{4})-?(?<day>\d{3})(?:[T\s]\s*${CLOCK})?`),
    read: byDayOfYear,
  },
  {
    pattern: form(String.raw`(?<year>\d{4})-?W(?<week>\d{2})(?:-?(?<day>[1-7]))?(?:[T\s]\s*${CLOCK})?`),
    read: byWeek,
  },
  // RFC 822 and what feeds make of it: Thu, 02 Apr 26 10:00 EST; 2 avril 2026 à 10:00; ٢ أبريل ٢٠٢٦
  {
    pattern: form(
      String.raw`${DAY_NAME}(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]*(?:de |of )?${MONTH},?[\s-]*(?:de |of )?${YEAR}(?:[,\sT]\s*(?:at |à |um |الساعة |- )?${CLOCK})?`,
    ),
    read: byDay,
  },
  // asctime and Twitter: Wed Oct 10 20:19:24 +0000 2018
  {
    pattern: form(
      String.raw`${DAY_NAME}${MONTH}\s+(?<day>\d{1,2}),?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?${ZONE}\s+(?<year>\d{4})`,
    ),
    read: byDay,
  },
  // April 2, 2026, 3:05 pm; Thu, Apr 02 2026 10:00:00 GMT
  {
    pattern: form(
      String.raw`${DAY_NAME}${MONTH}\s*-?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*[,-]\s*|\s+)${YEAR}(?:[,\s]\s*(?:at |- )?${CLOCK})?`,
    ),
    read: byDay,
  },
  // Hungarian: 2004-július-13T9:15-05:00, 2026. április 2. 10:00
  {
    pattern: form(
      String.raw`(?<year>\d{4})[-.\s]\s*${MONTH}[-.\s]\s*(?<day>\d{1,2})\.?(?:\s*T\s*|[,\s]\s*)?(?:${CLOCK})?`,
    ),
    read: byDay,
  },
  // Korean: 2004년 05월 28일 01:31:15, 2004-05-25 오후 11:23:17
  {
    pattern: form(
      String.raw`(?<year>\d{4})년\s*(?<month>\d{1,2})월\s*(?<day>\d{1,2})일(?:\s*\(?[월화수목금토일](?:요일)?\)?)?(?:\s*${KOREAN_HALF})?(?:\s*${CLOCK})?`,
    ),
    read: inKorea,
  },
  {
    pattern: form(
      String.raw`(?<year>\d{4})[-./]\s*(?<month>\d{1,2})[-./]\s*(?<day>\d{1,2})\.?\s+${KOREAN_HALF}\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?`,
    ),
    read: inKorea,
  },
  // Japanese and Chinese: 2026年4月2日 10:00
  {
    pattern: form(String.raw`(?<year>\d{4})年\s*(?<month>\d{1,2})月\s*(?<day>\d{1,2})日(?:\s*${CLOCK})?`),
    read: byDay,
  },
  // 31/12/2026 10:30
  {
    pattern: form(
      String.raw`${DAY_NAME}(?<first>\d{1,2})[/.-](?<other>\d{1,2})[/.-](?<year>\d{4})(?:[,\s]\s*${CLOCK})?`,
    ),
    read: byEither,
  },
];

/** Forms that feeds write and that leave out the day or the century; elsewhere such digits mean anything. */
export const COARSE_TIME_FORMS: readonly TimeForm[] = [
  { pattern: form(String.raw`(?<year>\d{4})`), read: ({ year }) => ({ year: Number(year) }) },
  {
    pattern: form(String.raw`(?<year>\d{4})-?(?<month>\d{2})`),
    read: ({ year, month }) => ({ year: Number(year), month: Number(month) }),
  },
  // The century left out, as ISO 8601 once allowed: 26-04-02, 260402, -26-04, -2604, 26092, 26-092
  {
    pattern: form(String.raw`(?<year>\d{2})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T\s]\s*${CLOCK})?`),
    read: byDay,
  },
  { pattern: form(String.raw`(?<year>\d{2})-?(?<day>\d{3})(?:[T\s]\s*${CLOCK})?`), read: byDayOfYear },
  {
    pattern: form(String.raw`-(?<year>\d{2})(?:-?(?<month>\d{2}))?`),
    read: ({ year, month }) => ({
      year: fullYear(year),
      ...(month === undefined ? {} : { month: Number(month) }),
    }),
  },
  {
    pattern: form(String.raw`${MONTH},?\s+(?<year>\d{4})`),
    read: ({ year, month }) => ({ year: Number(year), month: monthOf(month) }),
  },
];
