import { type KnownTime, readTime } from './read-time.js';

const LONGEST_LINE = 160;
/** Languages whose writers put the month first in figures: what both could be stays unknown there. */
const MONTH_FIRST = new Set(['', 'en']);

const FIGURES = /(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d./-])/u;
const WITH_NAME =
  /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|º|\.)?\s+(?:de\s+|d[’'])?(\p{L}{3,14})\.?(?:\s*\/\s*\p{L}{3,14})?,?\s+(?:de\s+|του\s+)?(\d{4})(?!\d)/u;
const NAME_FIRST = /(?<!\p{L})(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const YEAR_FIRST = /(?<!\d)(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/u;
const CLOCK = '(\\d{1,2})\\s?[:h]\\s?(\\d{2})(?::\\d{2})?(?:\\s?([ap])\\.?m\\b)?(?![\\d:])';
/** `10:30`, `10h30`, `3:05 pm` right after a day, with at most two short words between them: `à`, `r., godz.`. */
const CLOCK_AFTER = new RegExp(`^[\\s,|·•()–—-]*(?:\\p{L}{1,6}[.,]*\\s+){0,2}[\\s,|·•–—-]*${CLOCK}`, 'iu');
const CLOCK_BEFORE = new RegExp(`(?<![\\d.:])${CLOCK}[\\s,|·•–—-]*$`, 'iu');

const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

const iso = (year = '', month = '', day = ''): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The first day in a line, as `readTime` takes it, and what stands before and after it. */
const dayIn = (line: string, language: string): { day: string; before: string; after: string } | undefined => {
  const around = (found: string, index: number) => ({
    before: line.slice(0, index),
    after: line.slice(index + found.length),
  });
  const figures = FIGURES.exec(line);
  if (figures) {
    const [found, day, mark, month, year] = figures;
    const isCertain = mark === '.' || !MONTH_FIRST.has(language);
    return { day: isCertain ? iso(year, month, day) : found.replace(/\s/g, ''), ...around(found, figures.index) };
  }
  for (const pattern of [YEAR_FIRST, WITH_NAME, NAME_FIRST]) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [found, first = '', second = '', third = ''] = match;
    const day = pattern === YEAR_FIRST ? iso(first, second, third) : `${first} ${second} ${third}`;
    return { day, ...around(found, match.index) };
  }
  return undefined;
};

/**
 * Reads the time of publication out of a line that a page shows, whatever stands around it: `Publié le 2 avril 2026 à
 * 10h30`, `02.04.2026 | 10:30`, `آخر تحديث: ٢ أبريل ٢٠٢٦`. The first day in it counts, and the clock beside it.
 * @param language primary subtag of the page's language: `03/04/2026` is 3 April but in English, where it stays unknown
 */
export const readVisibleTime = (written: string, language = ''): KnownTime | undefined => {
  const line = latinDigits(written).replace(/\s+/g, ' ').trim();
  if (line === '' || line.length > LONGEST_LINE) return undefined;
  const direct = readTime(line);
  if (direct) return direct;
  const found = dayIn(line, language);
  if (!found) return undefined;
  const [, hour = '', minute = '', half = ''] = CLOCK_AFTER.exec(found.after) ?? CLOCK_BEFORE.exec(found.before) ?? [];
  const shift = half.toLowerCase() === 'p' && Number(hour) < 12 ? 12 : half !== '' && hour === '12' ? -12 : 0;
  const day = readTime(found.day);
  if (!day || hour === '') return day;
  const clock = `${String(Number(hour) + shift).padStart(2, '0')}:${minute}`;
  return readTime(`${day.at.slice(0, 10)} ${clock}`) ?? day;
};
