import { type Kysely, sql } from 'kysely';

/** The ledger: documents to fetch, texts found in them, the posts they became, and who was asked. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('sources')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('home', 'text')
    .execute();

  await db.schema
    .createTable('notes')
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('notes_key', ['source_id', 'key'])
    .execute();

  await db.schema
    .createTable('documents')
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull().check(sql`role in ('entry', 'page')`))
    .addColumn('depth', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('queued', 'leased', 'fetched', 'skipped', 'failed')`),
    )
    .addColumn('reason', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    // How many times the entry points of the source had been asked again when this document was last queued.
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'text')
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('documents_key', ['source_id', 'url'])
    .addCheckConstraint('documents_reason', sql`state not in ('skipped', 'failed') or reason is not null`)
    .addCheckConstraint('documents_lease', sql`(state = 'leased') = (lease_until is not null)`)
    .execute();
  await db.schema
    .createIndex('documents_to_claim')
    .on('documents')
    .columns(['source_id', 'state', 'attempts', 'depth', 'url'])
    .execute();
  await db.schema
    .createIndex('documents_entry_points')
    .on('documents')
    .columns(['source_id', 'round'])
    .where(sql<boolean>`role = 'entry' and depth = 0`)
    .execute();

  await db.schema
    .createTable('items')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('locator', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('stored', 'duplicate', 'rejected', 'superseded')`),
    )
    .addColumn('reason', 'text')
    .addColumn('duplicate_of', 'text', (column) => column.references('items.id'))
    .addColumn('found_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addCheckConstraint('items_reason', sql`(state = 'stored') = (reason is null)`)
    .addCheckConstraint('items_duplicate_of', sql`state <> 'duplicate' or duplicate_of is not null`)
    .execute();
  // At most one text stands at a place of a source: an edit takes the place of what stood there.
  await db.schema
    .createIndex('items_standing')
    .on('items')
    .columns(['source_id', 'locator'])
    .unique()
    .where(sql<boolean>`state in ('stored', 'duplicate')`)
    .execute();

  await db.schema
    .createTable('posts')
    .addColumn('id', 'text', (column) => column.primaryKey().references('items.id'))
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('locator', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('permission', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text')
    .addColumn('published_precision', 'text', (column) => column.notNull())
    .addColumn('language_hint', 'text')
    .addColumn('author_hash', 'text')
    .addColumn('longitude', 'real')
    .addColumn('latitude', 'real')
    .addColumn('place_tag', 'text')
    .addColumn('url', 'text')
    .addColumn('title', 'text')
    // Last, so that reading the other columns never walks through the text.
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('posts_content_hash').on('posts').column('content_hash').execute();
};
