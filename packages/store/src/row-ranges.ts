import { sql } from 'kysely';
import type { Reading } from './tables.js';

/** So few that what is read of them is forgotten young: larger texts outlive their use, and a tally then takes hundreds of megabytes more. */
const ROWS_AT_ONCE = 500;

/** Ranges of row numbers that cover a table, to read it in the order in which it lies in the file: over the first, up to the second. */
export async function* rowRanges(
  db: Reading,
  table: 'posts' | 'judgements' | 'placements',
): AsyncGenerator<[number, number]> {
  const row = await db.selectFrom(table).select(sql<number | null>`max(rowid)`.as('last')).executeTakeFirst();
  const last = row?.last ?? 0;
  for (let from = 0; from < last; from += ROWS_AT_ONCE) yield [from, from + ROWS_AT_ONCE];
}

/** The condition that a row lies in such a range. */
export const inRowRange = ([over, until]: [number, number]) => sql<boolean>`rowid > ${over} and rowid <= ${until}`;
