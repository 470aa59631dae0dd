import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NewerDatabaseError } from '@marsad/records';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/ledger/migrate.js';
import { MIGRATIONS } from '../../src/ledger/migrations/all.js';
import { openSqlite } from '../../src/ledger/sqlite.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (): string => join(folder, 'hub.sqlite');

describe('the schema of a ledger', () => {
  it('numbers its migrations by their places', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  it('stays at the step before when a step fails, and goes on from there', async () => {
    const broken = MIGRATIONS.map((migration, at) =>
      at === 1 ? { ...migration, up: () => Promise.reject(new Error('power cut')) } : migration,
    );
    const db = openSqlite(path());
    await expect(migrate(db, path(), broken)).rejects.toThrow('power cut');
    const tables = async () => (await db.introspection.getTables()).map(({ name }) => name);
    expect(await tables()).toContain('versions');
    expect(await tables()).not.toContain('resources');
    await migrate(db, path());
    await migrate(db, path());
    expect(await tables()).toContain('resources');
    await db.destroy();
  });

  it('is left as it was when a newer program wrote it', async () => {
    const db = openSqlite(path());
    await migrate(db, path());
    await sql`insert into schema_version values (${MIGRATIONS.length + 1}, 'later')`.execute(db);
    await expect(migrate(db, path())).rejects.toThrow(NewerDatabaseError);
    await db.destroy();
  });

  it('refuses a database of another program, and a file that is none', async () => {
    const db = openSqlite(path());
    await sql`create table theirs (x)`.execute(db);
    await expect(migrate(db, path())).rejects.toThrow('theirs');
    await db.destroy();
    const text = join(folder, 'text');
    writeFileSync(text, 'no database at all, but long enough to have a header');
    expect(() => openSqlite(text)).toThrow(/expected the ledger of a hub/);
    expect(readFileSync(text, 'utf8')).toContain('no database');
  });
});
