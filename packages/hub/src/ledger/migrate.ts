import { InputError, NewerDatabaseError } from '@marsad/records';
import type { Kysely } from 'kysely';
import { MIGRATIONS, type Migration } from './migrations/all.js';

type VersionTable = { schema_version: { version: number; name: string } };

/**
 * Brings a ledger up to the newest schema, each step in a transaction of its own together with its number: a kill leaves it
 * before a step or after it.
 * @throws {NewerDatabaseError} when a newer program wrote it; it is left as it was
 * @throws {InputError} when it is a database of another program
 */
export const migrate = async (
  db: Kysely<unknown>,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> => {
  const step = (migration: Migration): Promise<void> =>
    db.transaction().execute(async (trx) => {
      const versions = trx.withTables<VersionTable>();
      if ((await versionOf(versions, path)) >= migration.version) return;
      await migration.up(trx);
      await versions
        .insertInto('schema_version')
        .values({ version: migration.version, name: migration.name })
        .execute();
    });
  const found = await versionOf(db.withTables<VersionTable>(), path);
  if (found > migrations.length)
    throw new NewerDatabaseError(
      'newer-database',
      `${path}: the ledger has schema version ${found}, this program knows versions up to ${migrations.length}`,
      { remedy: 'Install the newer marsad, or name another hub. The file was not changed.' },
    );
  for (const migration of migrations.slice(found)) await step(migration);
};

const versionOf = async (db: Kysely<VersionTable>, path: string): Promise<number> => {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'schema_version')) {
    if (tables.length > 0)
      throw new InputError(
        'not-our-database',
        `${path}: expected the ledger of a hub, got a database with the tables ${tables.map(({ name }) => name).join(', ')}`,
      );
    await db.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute();
    return 0;
  }
  const row = await db
    .selectFrom('schema_version')
    .select((eb) => eb.fn.max<number | null>('version').as('version'))
    .executeTakeFirstOrThrow();
  return row.version ?? 0;
};
