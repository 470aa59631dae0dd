import { type Kysely, sql } from 'kysely';

/** Lightly changed copies: which post is a copy of which, and what copies are found by. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Counts the posts as they are stored: the earliest of a row of copies is the original.
  await db.schema
    .alterTable('posts')
    .addColumn('arrival', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update posts set arrival = numbered.arrival
    from (
      select posts.id, row_number() over (order by items.found_at, items.id) as arrival
      from posts join items on items.id = posts.id
    ) as numbered
    where numbered.id = posts.id`.execute(db);
  await db.schema.createIndex('posts_arrival').on('posts').column('arrival').unique().execute();
  await sql`
    insert into marks (name, value)
    select 'arrivals', cast(coalesce(max(arrival), 0) as text) from posts`.execute(db);

  await db.schema
    .alterTable('posts')
    .addColumn('copy_of', 'text', (column) => column.references('posts.id'))
    .execute();
  await db.schema
    .createIndex('posts_copy_of')
    .on('posts')
    .column('copy_of')
    .where(sql<boolean>`copy_of is not null`)
    .execute();
  await db.schema.alterTable('posts').addColumn('signature', 'blob').execute();

  // Which originals have a band of their signature in common with a text. Sixteen rows a post: hence two integers a row.
  await db.schema
    .createTable('bands')
    .addColumn('key', 'integer', (column) => column.notNull())
    .addColumn('arrival', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('bands_key', ['key', 'arrival'])
    .modifyEnd(sql`without rowid`)
    .execute();
};
