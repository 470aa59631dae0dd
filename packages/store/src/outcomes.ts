import type { PostOutcomeRow } from '@marsad/records';
import { sql } from 'kysely';
import { type Counted, keepCounted } from './counted-weeks.js';
import { markTallyBegun, markTallyDone } from './marks.js';
import type { Database, Writing } from './tables.js';

/** Batches of outcomes, however they come. */
export type OutcomeBatches = AsyncIterable<readonly PostOutcomeRow[]> | Iterable<readonly PostOutcomeRow[]>;

/** Posts that end alike: a statement with three values a row takes longer to make than to run. */
interface Alike {
  outcome: PostOutcomeRow['outcome'];
  reason: string | null;
  /** ids, as a JSON list */
  ids: string;
}

/** So few that they are forgotten young. */
const ROWS_AT_ONCE = 5000;

/** Rows that come one after the other stay together, so that what lies together in the file is written together. */
const gather = async (batches: OutcomeBatches): Promise<Alike[]> => {
  const lists: Alike[] = [];
  const waiting = new Map<string, { outcome: PostOutcomeRow['outcome']; reason: string | null; ids: string[] }>();
  let rows = 0;
  const close = (): void => {
    for (const { outcome, reason, ids } of waiting.values()) lists.push({ outcome, reason, ids: JSON.stringify(ids) });
    waiting.clear();
    rows = 0;
  };
  for await (const batch of batches) {
    for (const { postId, outcome, reason } of batch) {
      const key = reason === null ? outcome : `${outcome} ${reason}`;
      const known = waiting.get(key);
      if (known) known.ids.push(postId);
      else waiting.set(key, { outcome, reason, ids: [postId] });
      rows += 1;
    }
    if (rows >= ROWS_AT_ONCE) close();
  }
  close();
  return lists;
};

const removeOld = async (trx: Writing, lists: readonly Alike[]): Promise<void> => {
  for (const { ids } of lists)
    await sql`delete from outcomes where post_id in (select value from json_each(${ids}))`.execute(trx);
};

const insert = async (trx: Writing, { outcome, reason, ids }: Alike): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into outcomes (post_id, outcome, reason)
    select posts.id, ${outcome}, ${reason} from json_each(${ids}) as ended cross join posts on posts.id = ended.value`.execute(
    trx,
  );
  return Number(numAffectedRows ?? 0n);
};

/**
 * Replaces all outcomes by those of a new tally, all at once: readers see the old ones until the last batch is in, and
 * keep them when a batch fails. The batches wait in memory meanwhile, so that whoever computes them may read the store;
 * those in the order of the ids are written several times as fast as others. Posts that an edit has removed in the meantime
 * are passed over.
 * @param counted what the tally, begun with `beginTally`, counted: only the posts in the batches get another outcome then
 * @returns how many were written
 */
export const replaceOutcomes = async (db: Database, batches: OutcomeBatches, counted?: Counted): Promise<number> => {
  if (!counted) await db.transaction().execute((trx) => markTallyBegun(trx));
  const lists = await gather(batches);
  return await db.transaction().execute(async (trx) => {
    if (counted && counted.changed !== null) await removeOld(trx, lists);
    else await trx.deleteFrom('outcomes').execute();
    let written = 0;
    for (const list of lists) written += await insert(trx, list);
    if (counted) await keepCounted(trx, counted);
    await markTallyDone(trx);
    return written;
  });
};
