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

/** Writes down that items, and the copies of them, are copies now of those named beside them. */
export const displaceItems = async (
  trx: Writing,
  displaced: ReadonlyMap<string, string>,
  now: string,
): Promise<void> => {
  for (const [id, by] of displaced) {
    await trx
      .updateTable('items')
      .set({ duplicate_of: by })
      .where((eb) => eb.or([eb('duplicate_of', '=', id), eb('id', '=', id)]))
      .execute();
    // One that was edited in the same call has its state already.
    await trx
      .updateTable('items')
      .set({ state: 'duplicate', reason: 'exact-copy', changed_at: now })
      .where('id', '=', id)
      .where('state', '=', 'stored')
      .execute();
  }
};
