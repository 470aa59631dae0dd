import type { Kysely } from 'kysely';

/** Who holds a document: what a killed run held need not wait until its lease runs out. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('documents').addColumn('lease_holder', 'text').execute();
};
