import { type Kysely, sql } from 'kysely';

/** Where each post ended after the tally, whether that tally is still current, and the runs that were made. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('outcomes')
    .addColumn('post_id', 'text', (column) => column.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('outcome', 'text', (column) =>
      column.notNull().check(sql`outcome in ('published', 'suppressed', 'outside', 'undetermined')`),
    )
    .addColumn('reason', 'text')
    .execute();

  await db.schema
    .createTable('marks')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('runs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .execute();
};
