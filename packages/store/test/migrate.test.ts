import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { openSqlite } from '../src/dialects/sqlite.js';
import { migrate } from '../src/migrate.js';
import { MIGRATIONS, type Migration } from '../src/migrations/all.js';
import { rowsOf, tempFolder } from './temp-store.js';

let open: Kysely<unknown> | undefined;
afterEach(async () => {
  await open?.destroy();
});

const tableNames = (path: string): unknown[] =>
  rowsOf(path, "select name from sqlite_master where type = 'table' order by name").map(({ name }) => name);

it('a database of an earlier version gets only the steps it lacks', async () => {
  const path = join(tempFolder(), 'marsad.db');
  open = await openSqlite(path);
  await migrate(open, path, 0, MIGRATIONS.slice(0, 2));
  await sql`insert into sources (id, kind, name) values ('forum', 'website', 'Forum')`.execute(open);
  await migrate(open, path, 2);
  expect(rowsOf(path, 'select max(version) as version from schema_version')).toEqual([{ version: MIGRATIONS.length }]);
  expect(rowsOf(path, 'select id from sources')).toEqual([{ id: 'forum' }]);
});

it('migrating twice changes nothing', async () => {
  const path = join(tempFolder(), 'marsad.db');
  open = await openSqlite(path);
  await migrate(open, path, 0);
  const before = rowsOf(path, 'select name, sql from sqlite_master order by name');
  await migrate(open, path, 0);
  expect(rowsOf(path, 'select name, sql from sqlite_master order by name')).toEqual(before);
});

it('a step that fails half-way leaves the database before that step', async () => {
  const path = join(tempFolder(), 'marsad.db');
  open = await openSqlite(path);
  const broken: Migration = {
    version: 2,
    name: '0002-broken',
    up: async (db) => {
      await db.schema.createTable('half').addColumn('id', 'text').execute();
      throw new Error('the power went');
    },
  };
  await expect(migrate(open, path, 0, [...MIGRATIONS.slice(0, 1), broken])).rejects.toThrow('the power went');
  expect(tableNames(path)).not.toContain('half');
  expect(rowsOf(path, 'select version from schema_version')).toEqual([{ version: 1 }]);
});
