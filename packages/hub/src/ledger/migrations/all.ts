import type { Kysely } from 'kysely';
import { up as ledger } from './0001-ledger.js';
import { up as library } from './0002-library.js';
import { up as told } from './0003-told.js';
import { up as plurals } from './0004-plurals.js';

/** One step from a schema version to the next. Once released, the file it points to never changes. */
export interface Migration {
  /** schema version after this step; equals its place in the list, counted from 1 */
  version: number;
  /** name of the file, without its ending */
  name: string;
  up: (db: Kysely<unknown>) => Promise<void>;
}

/** Every migration in the order in which it is applied. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: '0001-ledger', up: ledger },
  { version: 2, name: '0002-library', up: library },
  { version: 3, name: '0003-told', up: told },
  { version: 4, name: '0004-plurals', up: plurals },
];
