import { type Kysely, sql } from 'kysely';

/** The log of each source: when it was added, was silent and came back, so that trends can tell feeds from hate. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('sources').addColumn('reached_on', 'text').execute();
  await db.schema
    .createTable('source_events')
    // In the order in which they were written down: one day may hold several.
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('source_id', 'text', (column) => column.notNull().references('sources.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('added', 'unreachable', 'refused', 'gap', 'back')`),
    )
    .addColumn('detail', 'text')
    .execute();
};
