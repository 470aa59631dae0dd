import { type Kysely, sql } from 'kysely';

/** Where posts belong. `placings` says by which version a post was placed, also when it got no placement. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('placings')
    .addColumn('post_id', 'text', (column) => column.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('placer_version', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('placements')
    .addColumn('post_id', 'text', (column) => column.notNull().references('placings.post_id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('area_id', 'text')
    .addColumn('rung', 'text', (column) => column.notNull())
    .addColumn('weight', 'real', (column) => column.notNull().check(sql`weight > 0 and weight <= 1`))
    .addColumn('candidates', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('placements_key', ['post_id', 'position'])
    .execute();
};
