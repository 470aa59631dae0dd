import type { PostOutcomeRow } from '@marsad/records';
import { sql } from 'kysely';
import { type Counted, keepCounted } from './counted-weeks.js';
import { inChunks } from './in-chunks.js';
import { markTallyBegun, markTallyDone } from './marks.js';
import type { Database } from './tables.js';

/** Batches of outcomes, however they come. */
export type OutcomeBatches = AsyncIterable<readonly PostOutcomeRow[]> | Iterable<readonly PostOutcomeRow[]>;

const ROWS_AT_ONCE = 5000;

/** Posts that end alike go in as one list: a statement with three values a row takes longer to make than to run. */
const takeIn = async (db: Database, rows: readonly PostOutcomeRow[]): Promise<void> => {
  const alike = new Map<string, { outcome: string; reason: string | null; ids: string[] }>();
  for (const { postId, outcome, reason } of rows) {
    const key = reason === null ? outcome : `${outcome} ${reason}`;
    const known = alike.get(key);
    if (known) known.ids.push(postId);
    else alike.set(key, { outcome, reason, ids: [postId] });
  }
  for (const { outcome, reason, ids } of alike.values())
    await sql`
      insert into incoming_outcomes (post_id, outcome, reason)
      select value, ${outcome}, ${reason} from json_each(${JSON.stringify(ids)})`.execute(db);
};

/**
 * Replaces all outcomes by those of a new tally, all at once: readers see the old ones until the last batch is in, and
 * keep them when a batch fails. The batches wait in a temporary table meanwhile, so that whoever computes them may read
 * the store while they are being saved. Posts that an edit has removed in the meantime are passed over.
 * @param counted what the tally, begun with `beginTally`, counted: only the posts in the batches get another outcome then
 * @returns how many were written
 */
export const replaceOutcomes = async (db: Database, batches: OutcomeBatches, counted?: Counted): Promise<number> => {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('incoming_outcomes').execute();
    if (!counted) await markTallyBegun(trx);
  });
  for await (const batch of batches) for (const chunk of inChunks(batch, ROWS_AT_ONCE)) await takeIn(db, chunk);
  return await db.transaction().execute(async (trx) => {
    const old = trx.deleteFrom('outcomes');
    if (counted && counted.changed !== null)
      await old.where('post_id', 'in', (eb) => eb.selectFrom('incoming_outcomes').select('post_id')).execute();
    else await old.execute();
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('outcomes')
      .columns(['post_id', 'outcome', 'reason'])
      .expression((eb) =>
        eb
          .selectFrom('incoming_outcomes as incoming')
          .innerJoin('posts', 'posts.id', 'incoming.post_id')
          .select(['incoming.post_id', 'incoming.outcome', 'incoming.reason'])
          .orderBy('incoming.post_id'),
      )
      .executeTakeFirstOrThrow();
    await trx.deleteFrom('incoming_outcomes').execute();
    if (counted) await keepCounted(trx, counted);
    await markTallyDone(trx);
    return Number(numInsertedOrUpdatedRows ?? 0n);
  });
};
