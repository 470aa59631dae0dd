import type { SnapshotManifest } from '@marsad/records';
import type { Database, Reading } from './tables.js';

/** Where every post ended and what was left out before, as the manifest of a snapshot states it. */
export type StoreCounts = SnapshotManifest['counts'];

const sorted = (rows: readonly { key: string; reason: string | null; count: number }[]): Record<string, number> =>
  Object.fromEntries(
    rows
      .map(({ key, reason, count }): [string, number] => [reason === null ? key : `${key}:${reason}`, Number(count)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** How many rows a table has. */
export const countRows = async (db: Reading, table: 'posts' | 'outcomes' | 'judgements'): Promise<number> => {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** Counts posts, outcomes by `outcome` or `outcome:reason`, and what was left out by `state:reason`; keys sorted. */
export const readCounts = (db: Database): Promise<StoreCounts> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const outcomes = await trx
        .selectFrom('outcomes')
        .select((eb) => ['outcome as key', 'reason', eb.fn.countAll<number>().as('count')])
        .groupBy(['outcome', 'reason'])
        .execute();
      const items = await trx
        .selectFrom('items')
        .select((eb) => ['state as key', 'reason', eb.fn.countAll<number>().as('count')])
        .where('state', '<>', 'stored')
        .groupBy(['state', 'reason'])
        .execute();
      const documents = await trx
        .selectFrom('documents')
        .select((eb) => ['state as key', 'reason', eb.fn.countAll<number>().as('count')])
        .where('state', 'in', ['skipped', 'failed'])
        .groupBy(['state', 'reason'])
        .execute();
      return {
        posts: await countRows(trx, 'posts'),
        outcomes: sorted(outcomes),
        itemsLeftOut: sorted(items),
        documentsLeftOut: sorted(documents),
      };
    });
