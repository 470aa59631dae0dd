import { type Kysely, sql } from 'kysely';

/** What the region needs of each package whose figures stand, so that no package is opened to show it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('told')
    .addColumn('package', 'text', (column) => column.primaryKey())
    .addColumn('told', 'text', (column) => column.notNull())
    .modifyEnd(sql`without rowid`)
    .execute();
};
