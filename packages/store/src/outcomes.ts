import type { PostOutcomeRow } from '@marsad/records';
import { inChunks } from './in-chunks.js';
import { markTallyBegun, markTallyDone } from './marks.js';
import type { Database } from './tables.js';

/** Batches of outcomes, however they come. */
export type OutcomeBatches = AsyncIterable<readonly PostOutcomeRow[]> | Iterable<readonly PostOutcomeRow[]>;

/**
 * Replaces all outcomes by those of a new tally, all at once: readers see the old ones until the last batch is in, and
 * keep them when a batch fails. The batches wait in a temporary table meanwhile, so that whoever computes them may read
 * the store while they are being saved. Posts that an edit has removed in the meantime are passed over.
 * @returns how many there are now
 */
export const replaceOutcomes = async (db: Database, batches: OutcomeBatches): Promise<number> => {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('incoming_outcomes').execute();
    await markTallyBegun(trx);
  });
  for await (const batch of batches) {
    for (const chunk of inChunks(batch)) {
      await db
        .insertInto('incoming_outcomes')
        .values(chunk.map(({ postId, outcome, reason }) => ({ post_id: postId, outcome, reason })))
        .execute();
    }
  }
  return await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('outcomes').execute();
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
    await markTallyDone(trx);
    return Number(numInsertedOrUpdatedRows ?? 0n);
  });
};
