import type { Reading, Writing } from './tables.js';

/** What a source left for its next run under this key, or null. */
export const recallNote = async (db: Reading, sourceId: string, key: string): Promise<string | null> => {
  const row = await db
    .selectFrom('notes')
    .select('value')
    .where('source_id', '=', sourceId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value ?? null;
};

/** Leaves a note for the source's next run, in place of the one under the same key. */
export const keepNote = async (trx: Writing, sourceId: string, key: string, value: string): Promise<void> => {
  await trx
    .insertInto('notes')
    .values({ source_id: sourceId, key, value })
    .onConflict((conflict) => conflict.columns(['source_id', 'key']).doUpdateSet({ value }))
    .execute();
};
