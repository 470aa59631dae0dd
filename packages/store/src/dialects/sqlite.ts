import { setTimeout as pause } from 'node:timers/promises';
import { InputError, UnreachableError } from '@marsad/records';
import SqliteFile from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';

/**
 * How long SQLite itself waits for another writer, in milliseconds. Short, because it waits without letting anything
 * else in this process go on, perhaps the very writer it waits for; `whenFree` asks again between such waits.
 */
const BUSY_TIMEOUT = 100;
const PAUSE_BETWEEN_TRIES = 10;
/** About half a minute in all. */
const TRIES = 270;

const errorCode = (error: unknown): string =>
  error instanceof SqliteFile.SqliteError && typeof error.code === 'string' ? error.code : '';

/** Statements kept ready; every list of another length is another statement. */
const KEPT_STATEMENTS = 200;

/**
 * The file as kysely sees it. Kysely has every statement prepared anew, which takes longer than to run it: the last ones
 * are kept.
 */
const keepStatements = (file: SqliteFile.Database): SqliteDatabase => {
  const kept = new Map<string, SqliteFile.Statement<unknown[]>>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      kept.delete(sql);
      // One that a reader has not come to the end of cannot be begun again.
      const statement = known && !known.busy ? known : file.prepare(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close: () => void file.close(),
  };
};

/** Does `work` as soon as no other writer holds the file. */
const whenFree = async <T>(path: string, work: () => T | Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!errorCode(error).startsWith('SQLITE_BUSY')) throw error;
      if (attempt === TRIES) {
        throw new UnreachableError('database-busy', `${path}: another program has been writing for half a minute`, {
          action: 'retry',
          remedy: 'Wait for the other run to end, or stop it.',
          cause: error,
        });
      }
      await pause(PAUSE_BETWEEN_TRIES);
    }
  }
};

/**
 * Transactions that take the write lock at once. SQLite's own default takes it at the first write, and then refuses
 * without waiting when another process wrote since the first read.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #path: string;

  constructor(file: SqliteFile.Database, path: string) {
    super({ database: keepStatements(file) });
    this.#path = path;
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    if (settings?.accessMode === 'read only') {
      await super.beginTransaction(connection);
      return;
    }
    await whenFree(this.#path, () => connection.executeQuery(CompiledQuery.raw('begin immediate')));
  }
}

const sqliteDialect = (file: SqliteFile.Database, path: string): Dialect => ({
  createDriver: () => new ImmediateSqliteDriver(file, path),
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});

const openFile = (path: string, options: SqliteFile.Options): SqliteFile.Database => {
  try {
    return new SqliteFile(path, { timeout: BUSY_TIMEOUT, ...options });
  } catch (error) {
    throw new InputError('database-not-opened', `${path}: expected a database or a place for one; ${reason(error)}`, {
      remedy: 'Check that the folder exists and that you may write in it.',
      cause: error,
    });
  }
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens a SQLite file, making it when it is missing. Every commit is on the disk when it returns (`synchronous=FULL`):
 * what the ledger has acknowledged survives a power cut.
 * @param path of the file, or `:memory:`
 * @throws {InputError} when the file cannot be opened
 */
export const openSqlite = async (path: string): Promise<Kysely<unknown>> => {
  const file = openFile(path, {});
  try {
    await whenFree(path, () => file.pragma('journal_mode = WAL'));
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    // Measured with a million rows: 64 MB of cache and rarer checkpoints write 1.6 times as fast as the defaults.
    file.pragma('cache_size = -65536');
    file.pragma('wal_autocheckpoint = 20000');
  } catch (error) {
    file.close();
    throw error;
  }
  return new Kysely<unknown>({ dialect: sqliteDialect(file, path) });
};

/**
 * Opens once more, only to read, a SQLite file that this program has open already.
 * @param path of the file
 * @throws {InputError} when it is not there or cannot be opened
 */
export const openSqliteToRead = (path: string): Kysely<unknown> =>
  new Kysely<unknown>({ dialect: sqliteDialect(openFile(path, { readonly: true, fileMustExist: true }), path) });

/**
 * Reads the schema version of a file without changing one byte of it.
 * @returns 0 for an empty database
 * @throws {InputError} when the file is missing, is no SQLite database, or is one of another program
 */
export const sqliteSchemaVersion = async (path: string): Promise<number> => {
  const file = openFile(path, { readonly: true, fileMustExist: true });
  try {
    return await whenFree(path, () => {
      const tables = file.prepare("select name from sqlite_master where type = 'table'").pluck().all();
      if (tables.includes('schema_version')) {
        const version: unknown = file.prepare('select max(version) from schema_version').pluck().get();
        return typeof version === 'number' ? version : 0;
      }
      if (tables.length === 0) return 0;
      throw new InputError(
        'not-our-database',
        `${path}: expected a database of marsad, got one of another program with the tables ${tables.sort().join(', ')}`,
        { remedy: 'Name another file.' },
      );
    });
  } catch (error) {
    if (errorCode(error) !== 'SQLITE_NOTADB') throw error;
    throw new InputError('not-a-database', `${path}: expected a SQLite database; ${reason(error)}`, {
      remedy: 'Name another file, or restore this one from a backup.',
      cause: error,
    });
  } finally {
    file.close();
  }
};
