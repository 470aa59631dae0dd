import { type Names, names } from '@marsad/records';
import type { Reading, Writing } from '../tables.js';

/** Who the hub is: its id stands in the statements of packages made for it alone. */
export interface HubIdentity {
  id: string;
  names: Names;
}

/** Writes the hub's name into a new ledger. */
export const saveIdentity = async (trx: Writing, { id, names }: HubIdentity): Promise<void> => {
  await trx
    .insertInto('hub')
    .values({ id, names: JSON.stringify(names), changes: 0 })
    .execute();
};

/** The hub's name and how often it has changed what it remembers of cities; undefined in a ledger that was never begun. */
export const readIdentity = async (db: Reading): Promise<(HubIdentity & { changes: number }) | undefined> => {
  const row = await db.selectFrom('hub').selectAll().executeTakeFirst();
  return row && { id: row.id, names: names.parse(JSON.parse(row.names)), changes: row.changes };
};
