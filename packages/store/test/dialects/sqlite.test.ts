import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { openSqlite } from '../../src/dialects/sqlite.js';
import { tempFolder } from '../temp-store.js';

const open: Kysely<unknown>[] = [];
const connect = async (path: string): Promise<Kysely<unknown>> => {
  const db = await openSqlite(path);
  open.push(db);
  return db;
};
afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy();
});

it.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
])('a connection has %s %s', async (name, value) => {
  const db = await connect(join(tempFolder(), 'marsad.db'));
  const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(db);
  expect(rows).toEqual([{ [name]: value }]);
});

it('a transaction that reads before it writes sees what another connection wrote just before', async () => {
  const path = join(tempFolder(), 'marsad.db');
  const [first, second] = [await connect(path), await connect(path)];
  await sql`create table tally (n integer)`.execute(first);
  await sql`insert into tally values (0)`.execute(first);
  const addOne = (db: Kysely<unknown>) =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ n: number }>`select n from tally`.execute(trx);
      await sql`update tally set n = ${(rows[0]?.n ?? 0) + 1}`.execute(trx);
    });
  await Promise.all(Array.from({ length: 20 }, (_, index) => addOne(index % 2 === 0 ? first : second)));
  const { rows } = await sql<{ n: number }>`select n from tally`.execute(first);
  expect(rows).toEqual([{ n: 20 }]);
});

it('a reading transaction goes on while another connection writes', async () => {
  const path = join(tempFolder(), 'marsad.db');
  const [writer, reader] = [await connect(path), await connect(path)];
  await sql`create table tally (n integer)`.execute(writer);
  const seen = await writer.transaction().execute(async (trx) => {
    await sql`insert into tally values (1)`.execute(trx);
    return await reader
      .transaction()
      .setAccessMode('read only')
      .execute(async (reading) => (await sql`select n from tally`.execute(reading)).rows);
  });
  expect(seen).toEqual([]);
});
