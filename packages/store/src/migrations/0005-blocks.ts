import type { Kysely } from 'kysely';

/** The blocks of the last tally: what the next snapshot will show or hide. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('blocks')
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('block', 'text', (column) => column.notNull())
    .execute();
};
