import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { afterEach } from 'vitest';
import { openStore, type Store } from '../src/index.js';

export const NOW = '2026-04-01T08:00:00.000Z';
export const LATER = '2026-04-02T08:00:00.000Z';

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A folder that is gone after the test. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-store-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A store in a file of its own, closed and removed after the test. */
export const tempStore = async (): Promise<{ store: Store; path: string }> => {
  const path = join(tempFolder(), 'marsad.db');
  const store = await openStore(path);
  cleanUps.push(() => store.close());
  return { store, path };
};

/** Rows of the file as another program sees them. */
export const rowsOf = (path: string, query: string): Record<string, unknown>[] => {
  const file = new SqliteFile(path, { readonly: true });
  try {
    return file.prepare<[], Record<string, unknown>>(query).all();
  } finally {
    file.close();
  }
};

/** Damages the file behind the store's back, past every constraint. */
export const damage = (path: string, ...statements: string[]): void => {
  const file = new SqliteFile(path);
  try {
    file.pragma('foreign_keys = OFF');
    file.pragma('ignore_check_constraints = ON');
    for (const statement of statements) file.exec(statement);
  } finally {
    file.close();
  }
};
