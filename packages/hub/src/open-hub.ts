import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@marsad/records';
import { migrate } from './ledger/migrate.js';
import { readCities } from './ledger/rows/cities.js';
import { type HubIdentity, readIdentity, saveIdentity } from './ledger/rows/identity.js';
import { openSqlite } from './ledger/sqlite.js';
import type { Database, Tables, Writing } from './ledger/tables.js';
import { forgotten, readWitness, type Witness, witnessOf, writeWitness } from './ledger/witness.js';

const LEDGER = 'hub.sqlite';

/** A hub whose folder is open. */
export interface Hub {
  folder: string;
  identity: HubIdentity;
  db: Database;
  /** what the ledger has forgotten against its witness, in sentences: it was restored from an old backup */
  warnings: readonly string[];
  /** the highest versions that were ever seen of cities, also those that the ledger forgot */
  seen: Witness;
  close: () => Promise<void>;
}

const openLedger = async (path: string): Promise<Database> => {
  const db = openSqlite(path);
  try {
    await migrate(db, path);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db.withTables<Tables>();
};

/**
 * Makes the folder of a hub that knows no city yet.
 * @throws {InputError} when there is a hub in the folder already
 */
export const initHub = async (folder: string, identity: HubIdentity): Promise<void> => {
  const path = join(folder, LEDGER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const db = await openLedger(path);
  try {
    await db.transaction().execute(async (trx) => {
      if (await readIdentity(trx))
        throw new InputError('hub-exists', `${folder}: expected a folder without a hub, but there is one`, {
          remedy: 'Name another folder; nothing was changed.',
        });
      await saveIdentity(trx, identity);
    });
  } finally {
    await db.destroy();
  }
};

const merged = (a: Witness, b: Witness | undefined): Witness => {
  const cities = { ...a.cities };
  for (const [city, seen] of Object.entries(b?.cities ?? {})) {
    const is = cities[city] ?? { snapshot: 0, notices: 0, keys: 0 };
    cities[city] = {
      snapshot: Math.max(is.snapshot, seen.snapshot),
      notices: Math.max(is.notices, seen.notices),
      keys: Math.max(is.keys, seen.keys),
    };
  }
  return { changes: Math.max(a.changes, b?.changes ?? 0), cities };
};

/**
 * Opens the folder of a hub.
 * @throws {InputError} when there is no hub in it
 * @throws {NewerDatabaseError} when a newer program wrote its ledger
 */
export const openHub = async (folder: string): Promise<Hub> => {
  const path = join(folder, LEDGER);
  if (!existsSync(path))
    throw new InputError('no-hub', `${folder}: expected the folder of a hub, but ${LEDGER} is not in it`, {
      remedy: 'Make one with `marsad hub init DIR`, or name the folder with --hub.',
    });
  const db = await openLedger(path);
  try {
    const identity = await readIdentity(db);
    if (!identity)
      throw new InputError('no-hub', `${path}: expected the ledger of a hub, but none was begun in it`, {
        remedy: 'Make one with `marsad hub init DIR`.',
      });
    const { changes, ...who } = identity;
    const is = witnessOf(changes, await readCities(db));
    const was = await readWitness(folder);
    return {
      folder,
      identity: who,
      db,
      warnings: forgotten(is, was),
      seen: merged(is, was),
      close: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
};

/**
 * Changes what the hub remembers in one transaction, and the witness after it. The witness keeps what it once saw, so that a
 * restored ledger stays known as one until it has caught up.
 */
export const changeHub = async <T>(hub: Hub, work: (trx: Writing) => Promise<T>): Promise<T> => {
  const { result, is } = await hub.db.transaction().execute(async (trx) => {
    const changed = await work(trx);
    await trx
      .updateTable('hub')
      .set((eb) => ({ changes: eb('changes', '+', 1) }))
      .execute();
    const identity = await readIdentity(trx);
    return { result: changed, is: witnessOf(identity?.changes ?? 0, await readCities(trx)) };
  });
  hub.seen = merged(is, hub.seen);
  await writeWitness(hub.folder, hub.seen);
  return result;
};
