import { type Kysely, sql } from 'kysely';

/**
 * Which post of several copies is the original was decided by their arrival; now it is by their dates, before each tally.
 * A tally of an older program counts as out of date, so that the next one decides anew.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`update marks set value = 'stale' where name = 'tally'`.execute(db);
};
