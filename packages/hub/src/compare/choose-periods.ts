import { type IsoWeek, weekOf, weekStart } from '@marsad/records';
import type { CityEvidence } from './evidence.js';

const WEEK = 7 * 86_400_000;

/** Lengths in weeks: a month, a quarter, a year. */
const LENGTHS = [4, 13, 52] as const;

/** Weeks in which cities are set side by side. */
export interface Period {
  id: string;
  weeks: [IsoWeek, IsoWeek];
}

/**
 * The last 4, 13 and 52 weeks up to the last week that at least half of the cities tell figures of: a city that sent
 * yesterday does not leave all others without the newest weeks, nor one that is late hold them back. Periods that would begin
 * before the first week of every city are left out, the shortest one excepted.
 */
export const choosePeriods = (cities: readonly CityEvidence[]): Period[] => {
  const spans = cities.flatMap(({ blocks }) => {
    const shown = blocks.filter(({ figures }) => figures !== null);
    const first = shown[0]?.weeks[0];
    const last = shown.at(-1)?.weeks[1];
    return first === undefined || last === undefined ? [] : [{ first, last }];
  });
  const ends = spans.map(({ last }) => last).sort();
  const end = ends[Math.floor((ends.length - 1) / 2)];
  const [begin] = spans.map(({ first }) => first).sort();
  if (end === undefined || begin === undefined) return [];
  const startOf = (length: number): IsoWeek => weekOf(weekStart(end) - (length - 1) * WEEK);
  const fitting = LENGTHS.filter((length) => startOf(length) >= begin);
  const chosen = fitting.length > 0 ? fitting : [LENGTHS[0]];
  return chosen.map((length) => ({ id: `last-${length}`, weeks: [startOf(length), end] }));
};
