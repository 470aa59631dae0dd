import type { FrontierEntry } from '@marsad/records';
import { storedInstant } from '../instant.js';
import type { Reading, Writing } from '../tables.js';
import { inClaimOrder, type Lease, leaseRows } from './claimed.js';

/** The first documents that a claim would give. */
export const queuedDocuments = (
  db: Reading,
  sourceId: string,
  limit: number,
): Promise<Pick<FrontierEntry, 'url' | 'role' | 'depth'>[]> =>
  inClaimOrder(db, sourceId)
    .clearSelect()
    .select(['url', 'role', 'depth'])
    .where('state', '=', 'queued')
    .limit(limit)
    .execute();

/**
 * Leases up to `limit` queued documents of a source. A lease that has run out counts as queued, so that what a killed run
 * held is taken up again. The order does not depend on when a link was found.
 * @returns the documents, their attempts counting this one
 */
export const claimDocuments = async (
  trx: Writing,
  sourceId: string,
  limit: number,
  now: string,
  lease: Lease,
): Promise<FrontierEntry[]> => {
  const instant = storedInstant(now);
  await trx
    .updateTable('documents')
    .set({ state: 'queued', reason: 'lease-expired', lease_until: null, lease_holder: null, changed_at: instant })
    .where('source_id', '=', sourceId)
    .where('state', '=', 'leased')
    .where('lease_until', '<=', instant)
    .execute();
  const rows = await inClaimOrder(trx, sourceId).where('state', '=', 'queued').limit(limit).execute();
  return leaseRows(trx, sourceId, rows, now, lease);
};
