import { InputError } from '@marsad/records';
import SqliteFile from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** How long another writer is waited for, in milliseconds: a hub's transactions are short. */
const BUSY_TIMEOUT = 10_000;

/** Transactions that take the write lock at once, so that nothing read in one is old when it is written. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * Opens the ledger's file, making it when it is missing. Every commit is on the disk when it returns (`synchronous=FULL`).
 * @throws {InputError} when it cannot be opened or is no database
 */
export const openSqlite = (path: string): Kysely<unknown> => {
  try {
    const file = new SqliteFile(path, { timeout: BUSY_TIMEOUT });
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    // What was withdrawn is overwritten, not only unlisted.
    file.pragma('secure_delete = ON');
    return new Kysely<unknown>({
      dialect: {
        createDriver: () => new ImmediateSqliteDriver({ database: file }),
        createAdapter: () => new SqliteAdapter(),
        createQueryCompiler: () => new SqliteQueryCompiler(),
        createIntrospector: (db) => new SqliteIntrospector(db),
      },
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError('ledger-not-opened', `${path}: expected the ledger of a hub; ${reason}`, {
      remedy: 'Name the folder of a hub, or restore its ledger from a backup.',
      cause,
    });
  }
};
