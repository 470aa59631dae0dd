import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { openSqlite } from '../src/dialects/sqlite.js';
import { migrate } from '../src/migrate.js';
import { MIGRATIONS, type Migration } from '../src/migrations/all.js';
import { openStore } from '../src/open-store.js';
import { makePost } from './make-records.js';
import { NOW, rowsOf, tempFolder } from './temp-store.js';

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

it('posts that were stored before copies were linked are numbered in their order, and later ones after them', async () => {
  const path = join(tempFolder(), 'marsad.db');
  open = await openSqlite(path);
  await migrate(open, path, 0, MIGRATIONS.slice(0, 5));
  for (const [id, at] of [
    ['b', '2026-04-01'],
    ['c', '2026-03-01'],
    ['a', '2026-04-01'],
  ]) {
    await sql`insert into items values (${id}, 's', ${id}, 'stored', null, null, ${at}, ${at})`.execute(open);
    await sql`
      insert into posts (id, source_id, locator, content_hash, permission, published_precision, text)
      values (${id}, 's', ${id}, ${id}, 'public-web', 'unknown', ${id})`.execute(open);
  }
  await migrate(open, path, 5);
  const store = await openStore(path);
  const later = makePost('s', 'later', 'a post that comes later');
  await store.offerPosts([later], [], NOW);
  await store.close();
  expect(rowsOf(path, 'select id, arrival, copy_of, signature from posts order by arrival')).toEqual(
    ['c', 'a', 'b', later.id].map((id, at) => ({ id, arrival: at + 1, copy_of: null, signature: null })),
  );
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
