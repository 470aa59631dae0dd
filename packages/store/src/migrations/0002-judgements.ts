import { type Kysely, sql } from 'kysely';

/** What the classifier said of each post: a verdict, or the reason why there is none. One row a post. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('judgements')
    .addColumn('post_id', 'text', (column) => column.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('model_name', 'text', (column) => column.notNull())
    .addColumn('model_version', 'text', (column) => column.notNull())
    .addColumn('judged_at', 'text', (column) => column.notNull())
    .addColumn('undetermined', 'text')
    .addColumn('message', 'text')
    .addColumn('language', 'text')
    .addColumn('script', 'text')
    .addColumn('language_confidence', 'real')
    .addColumn('stance', 'text')
    .addColumn('probabilities', 'text')
    .addColumn('signals', 'text')
    .addColumn('evidence', 'text')
    .addCheckConstraint('judgements_one_of_two', sql`(undetermined is null) = (probabilities is not null)`)
    .execute();
};
