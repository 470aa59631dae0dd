import { type Kysely, sql } from 'kysely';

/** Resources of cities (`owner` a city) and of the hub (`owner` empty), and the index of their folded words. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('resources')
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('resource', 'text', (column) => column.notNull())
    .addUniqueConstraint('resources_key', ['owner', 'id'])
    .execute();
  // The texts stand folded in it, so it needs no tokenizer of its own: words are parted by blanks.
  await sql`create virtual table resource_words using fts5(titles, tags, texts, tokenize = 'unicode61 remove_diacritics 0')`.execute(
    db,
  );
};
