import type { Tier } from '@marsad/records';
import type { Reading, Writing } from '../tables.js';

/** A copy that the hub handed on. */
export interface PassedOn {
  city: string;
  version: number;
  tier: Tier;
  /** a hub, a city or an office, as the staff named it */
  recipient: string;
  passedAt: string;
}

/** Keeps that a copy was handed on. */
export const saveHop = async (trx: Writing, { city, version, tier, recipient, passedAt }: PassedOn): Promise<void> => {
  await trx.insertInto('hops').values({ city, version, tier, recipient, passed_at: passedAt }).execute();
};

/** Every copy that was handed on, in the order in which it was. */
export const readHops = async (db: Reading): Promise<PassedOn[]> => {
  const rows = await db.selectFrom('hops').selectAll().orderBy('position').execute();
  return rows.map(({ city, version, tier, recipient, passed_at: passedAt }) => ({
    city,
    version,
    tier,
    recipient,
    passedAt,
  }));
};
