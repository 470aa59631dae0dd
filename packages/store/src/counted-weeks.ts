import { weekOf } from '@marsad/records';
import { markTallyBegun, readCountedAs, writeCountedAs } from './marks.js';
import type { Writing } from './tables.js';

/** The period of posts whose time is not known. */
export const UNDATED = 'undated';

/** What an earlier tally kept of a week. */
export interface CountedWeek {
  /** the counts, as text that the tally made */
  cells: string;
  /** what the outcomes of its posts were made by */
  endings: string;
}

/** What a tally has to count, and what it need not. */
export interface TallyBegun {
  /** by ISO week, or `undated`: those of which nothing has changed since */
  kept: Map<string, CountedWeek>;
  /** the others, as far as something has changed in them; null when every post is to be counted */
  changed: string[] | null;
}

/** What a tally counted. */
export interface Counted {
  countedAs: string;
  /** as the tally began */
  changed: readonly string[] | null;
  /** weeks that were counted, or whose outcomes were made anew */
  weeks: ReadonlyMap<string, CountedWeek>;
}

/**
 * Begins a tally. Days that change from now on are noted anew, and counted by the next one.
 * @param countedAs names the way of counting; what was counted another way is not kept
 */
export const beginTally = async (trx: Writing, countedAs: string): Promise<TallyBegun> => {
  await markTallyBegun(trx);
  await trx.updateTable('changed_days').set({ counting: 1 }).execute();
  if ((await readCountedAs(trx)) !== countedAs) return { kept: new Map(), changed: null };
  const days = await trx.selectFrom('changed_days').select('day').execute();
  const changed = [...new Set(days.map(({ day }) => (day === UNDATED ? UNDATED : weekOf(day))))].sort();
  const rows = await trx.selectFrom('counted_weeks').selectAll().orderBy('week').execute();
  const kept = new Map(
    rows.flatMap(({ week, cells, endings }): [string, CountedWeek][] =>
      changed.includes(week) ? [] : [[week, { cells, endings }]],
    ),
  );
  // To look up the posts of most weeks takes longer than to read them all.
  return kept.size < changed.length ? { kept: new Map(), changed: null } : { kept, changed };
};

/** Keeps what a tally counted; the days that it was begun for are no longer changed, unless they did so again. */
export const keepCounted = async (trx: Writing, { countedAs, changed, weeks }: Counted): Promise<void> => {
  const gone = trx.deleteFrom('counted_weeks');
  if (changed === null) await gone.execute();
  else await gone.where('week', 'in', [...changed, ...weeks.keys()]).execute();
  for (const [week, { cells, endings }] of weeks)
    await trx.insertInto('counted_weeks').values({ week, cells, endings }).execute();
  await trx.deleteFrom('changed_days').where('counting', '=', 1).execute();
  await writeCountedAs(trx, countedAs);
};
