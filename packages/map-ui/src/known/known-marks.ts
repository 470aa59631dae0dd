import type { Area, IsoWeek } from '@marsad/records/snapshot';
import type { Level } from '../view/levels.js';
import type { KnownEvent } from './known-of-place.js';

/** A mark over a row of weeks: what happened in one week, or a programme from its first week to its last. */
export interface KnownMark {
  key: string;
  kind: KnownEvent['kind'];
  /** first week, as a position among the weeks, from 0 */
  column: number;
  /** number of weeks */
  span: number;
  /** 0 for incidents; programmes lie below, beside each other where their weeks meet */
  lane: number;
  events: KnownEvent[];
}

/** Lanes of programmes; more that run at the same time lie on the last one. */
const LANES = 3;

/** The marks of events over weeks, in order of time; what lies outside the weeks is cut off or left out. */
export const marksOver = (events: readonly KnownEvent[], weeks: readonly IsoWeek[]): KnownMark[] => {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  const byWeek = new Map<IsoWeek, KnownMark>();
  const programmes: KnownMark[] = [];
  const free: number[] = [];
  for (const event of events) {
    const to = event.to === null || event.to > last ? last : event.to;
    if (event.from > last || to < first) continue;
    const column = event.from < first ? 0 : weeks.indexOf(event.from);
    const span = weeks.indexOf(to) - column + 1;
    if (event.kind === 'intervention') {
      const open = free.findIndex((end) => end < column);
      const lane = open >= 0 ? open : Math.min(free.length, LANES - 1);
      free[lane] = column + span;
      programmes.push({ key: event.id, kind: event.kind, column, span, lane: lane + 1, events: [event] });
      continue;
    }
    const there = byWeek.get(event.from);
    if (there) there.events.push(event);
    else byWeek.set(event.from, { key: event.from, kind: event.kind, column, span, lane: 0, events: [event] });
  }
  return [...byWeek.values(), ...programmes].sort((a, b) => a.column - b.column || a.lane - b.lane);
};

/** Whether a mark lies in some of the weeks from one position to another, both included. */
export const liesIn = ({ column, span }: KnownMark, from: number, to: number): boolean =>
  column <= to && column + span - 1 >= from;

/**
 * The marks of each row of the matrix (null: the city): a thing known of a neighbourhood in the row of that neighbourhood or
 * of its district, one known of the whole city in the city's. At the level of the city there is no other row.
 */
export const marksByRow = (
  events: readonly KnownEvent[],
  weeks: readonly IsoWeek[],
  level: Level,
  neighbourhoods: readonly Area[],
): Map<string | null, KnownMark[]> => {
  const districtOf = new Map(neighbourhoods.map(({ id, properties }) => [id, properties.district]));
  const rowsOf = ({ areas }: KnownEvent): (string | null)[] => {
    if (areas.length === 0 || level === 'city') return [null];
    return level === 'districts' ? areas.flatMap((id) => districtOf.get(id) ?? []) : [...areas];
  };
  const placed = events.map((event) => ({ event, rows: rowsOf(event) }));
  return new Map(
    [...new Set(placed.flatMap(({ rows }) => rows))].map((row) => [
      row,
      marksOver(
        placed.filter(({ rows }) => rows.includes(row)).map(({ event }) => event),
        weeks,
      ),
    ]),
  );
};
