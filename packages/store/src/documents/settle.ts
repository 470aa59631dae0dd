import { MarsadError, type Settlement } from '@marsad/records';
import { storedInstant } from '../instant.js';
import type { Writing } from '../tables.js';

/**
 * Writes down how the work on a document ended. Validators that the settlement does not mention stay as they are.
 * @throws {MarsadError} `unknown-document` when the ledger holds none by that URL, `no-reason` when only `fetched` could
 * do without one
 */
export const settleDocument = async (trx: Writing, settlement: Settlement, now: string): Promise<void> => {
  const { sourceId, url, state, reason, etag, lastModified } = settlement;
  if (state !== 'fetched' && !reason) {
    throw new MarsadError('no-reason', `${sourceId} ${url}: expected a reason for the state ${state}, got none`);
  }
  const { numUpdatedRows } = await trx
    .updateTable('documents')
    .set({
      state,
      reason: state === 'fetched' ? null : (reason ?? null),
      lease_until: null,
      lease_holder: null,
      changed_at: storedInstant(now),
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { last_modified: lastModified }),
    })
    .where('source_id', '=', sourceId)
    .where('url', '=', url)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new MarsadError('unknown-document', `${sourceId} ${url}: expected a document of the ledger, it holds none`);
  }
};
