import { type Kysely, sql } from 'kysely';

/** Samples drawn for people to label, with the chance of each post to be in them, and what people said. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('samples')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('drawn_at', 'text', (column) => column.notNull())
    .addColumn('design', 'text', (column) => column.notNull().check(sql`design in ('random', 'efficient')`))
    .addColumn('signal', 'text', (column) => column.notNull())
    .addColumn('seed', 'integer', (column) => column.notNull())
    .addColumn('posts', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('sampled_posts')
    .addColumn('sample_id', 'text', (column) => column.notNull().references('samples.id').onDelete('cascade'))
    .addColumn('post_id', 'text', (column) => column.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('probability', 'real', (column) => column.notNull().check(sql`probability > 0 and probability <= 1`))
    .addPrimaryKeyConstraint('sampled_posts_key', ['sample_id', 'post_id'])
    .execute();
  await db.schema.createIndex('sampled_posts_post').on('sampled_posts').column('post_id').execute();

  await db.schema
    .createTable('labels')
    .addColumn('post_id', 'text', (column) => column.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('coder', 'text', (column) => column.notNull())
    .addColumn('sample_id', 'text', (column) => column.notNull().references('samples.id'))
    .addColumn('signals', 'text', (column) => column.notNull())
    .addColumn('labelled_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('labels_key', ['post_id', 'coder'])
    .execute();
};
