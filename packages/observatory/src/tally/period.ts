import { weekOf } from '@marsad/records';
import { UNDATED } from './placed-post.js';

/** What posts are counted by: days (2026-04-06), ISO weeks (2026-W15) or months (2026-04), all in UTC. */
export type PeriodUnit = 'day' | 'week' | 'month';

const fromDay: Record<PeriodUnit, (day: string) => string> = {
  day: (day) => day,
  week: (day) => weekOf(day),
  month: (day) => day.slice(0, 7),
};

/**
 * Gives the period of a post by its time (ISO 8601 in UTC, so the first ten characters are its day); `undated` without one.
 * Each day is worked out once.
 */
export const periodsBy = (unit: PeriodUnit): ((publishedAt: string | null) => string) => {
  const known = new Map<string, string>();
  return (publishedAt) => {
    if (publishedAt === null) return UNDATED;
    const day = publishedAt.slice(0, 10);
    const before = known.get(day);
    if (before !== undefined) return before;
    const period = fromDay[unit](day);
    known.set(day, period);
    return period;
  };
};
