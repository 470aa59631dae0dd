import { type Contest, contest } from '@marsad/records';
import type { Reading, Writing } from '../tables.js';

/** A contest, and whether it was raised at this hub or came attached to a copy. */
export interface KeptContest {
  contest: Contest;
  raisedHere: boolean;
}

/** Contests by city and id, those of one city or only open ones when that is asked for. */
export const readContests = async (
  db: Reading,
  { city, open = false }: { city?: string | undefined; open?: boolean } = {},
): Promise<Contest[]> => {
  let query = db.selectFrom('contests').select('contest').orderBy('city').orderBy('id');
  if (city !== undefined) query = query.where('city', '=', city);
  if (open) query = query.where('answered', '=', 0);
  return (await query.execute()).map((row) => contest.parse(JSON.parse(row.contest)));
};

/** One contest, undefined when there is none. */
export const readContest = async (db: Reading, city: string, id: string): Promise<KeptContest | undefined> => {
  const row = await db
    .selectFrom('contests')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { contest: contest.parse(JSON.parse(row.contest)), raisedHere: row.raised_here === 1 };
};

/** Keeps a contest, in place of the one of the same city and id. */
export const saveContest = async (trx: Writing, { contest: value, raisedHere }: KeptContest): Promise<void> => {
  const answered = value.answer === undefined ? 0 : 1;
  const text = JSON.stringify(value);
  await trx
    .insertInto('contests')
    .values({ city: value.city, id: value.id, contest: text, answered, raised_here: raisedHere ? 1 : 0 })
    .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet({ contest: text, answered }))
    .execute();
};
