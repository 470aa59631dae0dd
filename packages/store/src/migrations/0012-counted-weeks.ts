import { type Kysely, sql } from 'kysely';

/**
 * What is kept of a tally by ISO week, so that the next one counts only the weeks of which something has changed, and the
 * days of which something has. Triggers note them, so that nothing that writes can forget to.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('counted_weeks')
    // A week, or `undated`.
    .addColumn('week', 'text', (column) => column.primaryKey())
    .addColumn('cells', 'text', (column) => column.notNull())
    // What the outcomes of its posts were made by.
    .addColumn('endings', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('changed_days')
    // A day, or `undated`.
    .addColumn('day', 'text', (column) => column.primaryKey())
    // 1 once a tally has begun that counts it; a later change makes it 0 again.
    .addColumn('counting', 'integer', (column) => column.notNull())
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema.createIndex('posts_published_at').on('posts').column('published_at').execute();

  const dayOf = (row: string): string => `coalesce(substr(${row}.published_at, 1, 10), 'undated')`;
  const note = (values: string): string =>
    `insert into changed_days (day, counting) ${values} on conflict (day) do update set counting = 0`;
  const ofPost = (row: string): string => note(`select ${dayOf('posts')}, 0 from posts where id = ${row}.post_id`);
  const triggers: readonly [string, string, string][] = [
    ['posts_added', 'insert on posts', note(`values (${dayOf('new')}, 0)`)],
    ['posts_removed', 'delete on posts', note(`values (${dayOf('old')}, 0)`)],
    [
      'posts_changed',
      'update on posts',
      `${note(`values (${dayOf('old')}, 0)`)}; ${note(`values (${dayOf('new')}, 0)`)}`,
    ],
    ['judgements_added', 'insert on judgements', ofPost('new')],
    ['judgements_changed', 'update on judgements', ofPost('new')],
    ['judgements_removed', 'delete on judgements', ofPost('old')],
    ['placements_added', 'insert on placements', ofPost('new')],
    ['placements_changed', 'update on placements', ofPost('new')],
    ['placements_removed', 'delete on placements', ofPost('old')],
  ];
  for (const [name, event, statements] of triggers)
    await sql.raw(`create trigger ${name} after ${event} begin ${statements}; end`).execute(db);
};
