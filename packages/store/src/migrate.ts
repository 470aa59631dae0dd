import { NewerDatabaseError } from '@marsad/records';
import type { Kysely, Transaction } from 'kysely';
import { MIGRATIONS, type Migration } from './migrations/all.js';

type VersionTable = { schema_version: { version: number; name: string } };

/**
 * Stops the program before it misreads what a newer one wrote.
 * @param found schema version of the database
 * @throws {NewerDatabaseError}
 */
export const refuseNewer = (found: number, path: string, migrations: readonly Migration[] = MIGRATIONS): void => {
  const known = migrations.length;
  if (found <= known) return;
  throw new NewerDatabaseError(
    'newer-database',
    `${path}: the database has schema version ${found}, this program knows versions up to ${known}`,
    { remedy: 'Install the newer marsad, or name another database. The file was not changed.' },
  );
};

const versionOf = async (trx: Transaction<VersionTable>): Promise<number> => {
  await trx.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  const row = await trx
    .selectFrom('schema_version')
    .select((eb) => eb.fn.max<number | null>('version').as('version'))
    .executeTakeFirstOrThrow();
  return row.version ?? 0;
};

/**
 * Brings a database up to the newest schema, each step in a transaction of its own together with its version number: a
 * kill leaves it before a step or after it. The version is read again inside each transaction, because another process
 * may be doing the same.
 * @param found schema version of the database, so that one which is up to date is not locked for writing
 * @throws {NewerDatabaseError}
 */
export const migrate = async (
  db: Kysely<unknown>,
  path: string,
  found: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> => {
  for (const migration of migrations.slice(found)) {
    await db.transaction().execute(async (trx) => {
      const versions = trx.withTables<VersionTable>();
      const version = await versionOf(versions);
      refuseNewer(version, path, migrations);
      if (version >= migration.version) return;
      await migration.up(trx);
      await versions
        .insertInto('schema_version')
        .values({ version: migration.version, name: migration.name })
        .execute();
    });
  }
};
