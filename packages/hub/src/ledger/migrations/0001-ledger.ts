import { type Kysely, sql } from 'kysely';

/** Who the hub is, the cities it invited with what it remembers of each, their versions, and what it passed on. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('hub')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('names', 'text', (column) => column.notNull())
    .addColumn('changes', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('cities')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('invited_at', 'text', (column) => column.notNull())
    .addColumn('remembered', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('key_sets')
    .addColumn('city', 'text', (column) => column.notNull().references('cities.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('envelope', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('key_sets_key', ['city', 'version'])
    .execute();

  await db.schema
    .createTable('versions')
    .addColumn('city', 'text', (column) => column.notNull().references('cities.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('statement_hash', 'text', (column) => column.notNull())
    .addColumn('manifests', 'text', (column) => column.notNull())
    .addColumn('tier', 'text', (column) => column.notNull().check(sql`tier in ('public', 'partner', 'restricted')`))
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('held', 'superseded', 'withdrawn')`))
    .addColumn('package', 'text', (column) => column.notNull())
    .addColumn('issued', 'text', (column) => column.notNull())
    .addColumn('expires', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('versions_key', ['city', 'version'])
    .execute();

  await db.schema
    .createTable('contests')
    .addColumn('city', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('contest', 'text', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('raised_here', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('contests_key', ['city', 'id'])
    .execute();

  await db.schema
    .createTable('hops')
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('city', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('tier', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('passed_at', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('hops_version', ['city', 'version'], 'versions', ['city', 'version'])
    .execute();
};
