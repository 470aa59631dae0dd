import { type Kysely, sql } from 'kysely';

/**
 * What an election of originals has to look at: beside posts that are new since the last one, those that were linked
 * otherwise or dated anew, and the signatures of those that are gone. Triggers note them, so that nothing that writes can
 * forget to.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('unelected')
    .addColumn('arrival', 'integer', (column) => column.primaryKey())
    // Null for a post that still stands.
    .addColumn('signature', 'blob')
    .execute();
  await sql
    .raw(
      `create trigger posts_relinked after update of copy_of, published_at on posts when old.signature is not null begin
         insert into unelected (arrival, signature) values (old.arrival, null) on conflict (arrival) do nothing;
       end`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger posts_departed after delete on posts when old.signature is not null begin
         insert into unelected (arrival, signature) values (old.arrival, old.signature)
           on conflict (arrival) do update set signature = excluded.signature;
       end`,
    )
    .execute(db);
};
