import type { Kysely } from 'kysely';

/** What coders had said before they corrected themselves, and why. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('label_changes')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('post_id', 'text', (column) => column.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('coder', 'text', (column) => column.notNull())
    .addColumn('was', 'text', (column) => column.notNull())
    .addColumn('became', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('label_changes_post').on('label_changes').columns(['post_id', 'coder']).execute();
};
