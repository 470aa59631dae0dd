import { inChunks } from './in-chunks.js';
import type { NewItem } from './offers/decide.js';
import type { Writing } from './tables.js';

/** Writes new items, in the order given. */
export const insertItems = async (trx: Writing, items: readonly NewItem[], now: string): Promise<void> => {
  for (const chunk of inChunks(items)) {
    await trx
      .insertInto('items')
      .values(
        chunk.map(({ id, sourceId, locator, state, reason, duplicateOf }) => ({
          id,
          source_id: sourceId,
          locator,
          state,
          reason,
          duplicate_of: duplicateOf,
          found_at: now,
          changed_at: now,
        })),
      )
      .execute();
  }
};

/** Writes down that these items were replaced by an edit. */
export const supersedeItems = async (trx: Writing, ids: readonly string[], now: string): Promise<void> => {
  for (const chunk of inChunks(ids)) {
    await trx
      .updateTable('items')
      .set({ state: 'superseded', reason: 'edited', changed_at: now })
      .where('id', 'in', chunk)
      .execute();
  }
};
