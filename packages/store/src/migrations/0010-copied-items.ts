import { type Kysely, sql } from 'kysely';

/** Which items are exact copies of an item: when it is replaced by an earlier text, they become copies of that one. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createIndex('items_duplicate_of')
    .on('items')
    .column('duplicate_of')
    .where(sql<boolean>`duplicate_of is not null`)
    .execute();
};
