import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, NewerDatabaseError } from '@marsad/records';
import SqliteFile from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openStore } from '../src/index.js';
import { MIGRATIONS } from '../src/migrations/all.js';
import { collected, makePosts } from './make-records.js';
import { NOW, rowsOf, tempFolder, tempStore } from './temp-store.js';

const failure = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a failure');
};
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

it('a new file is brought up to the newest schema', async () => {
  const { path } = await tempStore();
  expect(rowsOf(path, 'select version, name from schema_version order by version')).toEqual(
    MIGRATIONS.map(({ version, name }) => ({ version, name })),
  );
});

it('what was written is there after closing and opening again', async () => {
  const path = join(tempFolder(), 'marsad.db');
  const posts = makePosts(3);
  const first = await openStore(path);
  await first.offerPosts(posts, [], NOW);
  await first.close();
  const second = await openStore(path, { mustExist: true });
  expect(await collected(second.unplacedPosts('1'))).toEqual(posts);
  await second.close();
});

it('a store in memory works without a file', async () => {
  const store = await openStore(':memory:');
  const posts = makePosts(2);
  await store.offerPosts(posts, [], NOW);
  await store.replaceOutcomes([posts.map(({ id }) => ({ postId: id, outcome: 'outside', reason: null }))]);
  expect((await store.counts()).posts).toBe(2);
  await store.close();
});

it('a missing file is refused when it must exist, and not made', async () => {
  const path = join(tempFolder(), 'absent.db');
  const error = await failure(openStore(path, { mustExist: true }));
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ code: 'missing-database', message: expect.stringContaining(path) });
  expect(existsSync(path)).toBe(false);
});

it('a place in a folder that is not there is refused with a sentence', async () => {
  const path = join(tempFolder(), 'absent', 'marsad.db');
  expect(await failure(openStore(path))).toMatchObject({
    code: 'database-not-opened',
    message: expect.stringContaining(path),
    remedy: expect.stringContaining('folder'),
  });
});

it('a newer database is refused by naming both versions and the file, which stays as it was', async () => {
  const path = join(tempFolder(), 'marsad.db');
  await (await openStore(path)).close();
  const newer = new SqliteFile(path);
  newer.exec("insert into schema_version (version, name) values (9000, '9000-from-the-future')");
  newer.close();
  const before = digest(path);

  const error = await failure(openStore(path));
  expect(error).toBeInstanceOf(NewerDatabaseError);
  expect(error).toMatchObject({ code: 'newer-database' });
  expect(String(error)).toContain('9000');
  expect(String(error)).toContain(String(MIGRATIONS.length));
  expect(String(error)).toContain(path);
  expect(digest(path)).toBe(before);
});

it('a newer database that was not closed keeps its last changes when it is refused', async () => {
  const path = join(tempFolder(), 'marsad.db');
  await (await openStore(path)).close();
  const newer = new SqliteFile(path);
  newer.pragma('journal_mode = WAL');
  newer.exec("insert into schema_version (version, name) values (9000, '9000-from-the-future')");
  const [before, beforeLog] = [digest(path), digest(`${path}-wal`)];
  expect(await failure(openStore(path))).toBeInstanceOf(NewerDatabaseError);
  expect([digest(path), digest(`${path}-wal`)]).toEqual([before, beforeLog]);
  newer.close();
});

it('a file that is no database is refused and stays as it was', async () => {
  const path = join(tempFolder(), 'notes.txt');
  writeFileSync(path, 'these are my notes, not a database, and they are longer than a hundred bytes '.repeat(4));
  const before = digest(path);
  expect(await failure(openStore(path))).toMatchObject({ code: 'not-a-database' });
  expect(digest(path)).toBe(before);
});

it('the database of another program is refused and stays as it was', async () => {
  const path = join(tempFolder(), 'other.db');
  const other = new SqliteFile(path);
  other.exec('create table bookmarks (url text)');
  other.close();
  const before = digest(path);
  expect(await failure(openStore(path))).toMatchObject({
    code: 'not-our-database',
    message: expect.stringContaining('bookmarks'),
  });
  expect(digest(path)).toBe(before);
});
