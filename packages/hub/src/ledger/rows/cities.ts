import { type Remembered, remembered } from '@marsad/observatory/snapshot';
import type { Reading, Writing } from '../tables.js';

/** A city that was invited, and what is remembered of it. */
export interface InvitedCity {
  id: string;
  invitedAt: string;
  remembered: Remembered;
}

const parsed = (row: { id: string; invited_at: string; remembered: string }): InvitedCity => ({
  id: row.id,
  invitedAt: row.invited_at,
  remembered: remembered.parse(JSON.parse(row.remembered)),
});

/** All cities that were invited, by id. */
export const readCities = async (db: Reading): Promise<InvitedCity[]> =>
  (await db.selectFrom('cities').selectAll().orderBy('id').execute()).map(parsed);

/** One city, undefined when it was not invited. */
export const readCity = async (db: Reading, id: string): Promise<InvitedCity | undefined> => {
  const row = await db.selectFrom('cities').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parsed(row);
};

/** Keeps a city, or what is remembered of it in place of what was. */
export const saveCity = async (trx: Writing, { id, invitedAt, remembered }: InvitedCity): Promise<void> => {
  const text = JSON.stringify(remembered);
  await trx
    .insertInto('cities')
    .values({ id, invited_at: invitedAt, remembered: text })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ remembered: text }))
    .execute();
};
