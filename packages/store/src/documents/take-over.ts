import type { FrontierEntry } from '@marsad/records';
import { storedInstant } from '../instant.js';
import type { Reading, Writing } from '../tables.js';
import { inClaimOrder, type Lease, leaseRows } from './claimed.js';

/** A document claimed so often without an end may be what ends the runs: it goes behind all others. */
const MOST_ATTEMPTS = 5;

/** Who holds documents of a source, each with the end of the last lease. */
export const readLeases = async (
  db: Reading,
  sourceId: string,
): Promise<{ holder: string | null; until: string }[]> => {
  const rows = await db
    .selectFrom('documents')
    .select((eb) => ['lease_holder', eb.fn.max<string>('lease_until').as('until')])
    .where('source_id', '=', sourceId)
    .where('state', '=', 'leased')
    .groupBy('lease_holder')
    .orderBy('lease_holder')
    .execute();
  return rows.map(({ lease_holder, until }) => ({ holder: lease_holder, until }));
};

/**
 * Leases anew what holders that are known to have ended still hold of a source, in the order in which it was claimed.
 * What has been claimed five times is queued instead, where it waits behind all else.
 */
export const takeOverDocuments = async (
  trx: Writing,
  sourceId: string,
  ended: readonly string[],
  now: string,
  lease: Lease,
): Promise<FrontierEntry[]> => {
  if (ended.length === 0) return [];
  await trx
    .updateTable('documents')
    .set({
      state: 'queued',
      reason: 'holder-ended',
      lease_until: null,
      lease_holder: null,
      changed_at: storedInstant(now),
    })
    .where('source_id', '=', sourceId)
    .where('state', '=', 'leased')
    .where('lease_holder', 'in', ended)
    .where('attempts', '>=', MOST_ATTEMPTS)
    .execute();
  const rows = await inClaimOrder(trx, sourceId)
    .where('state', '=', 'leased')
    .where('lease_holder', 'in', ended)
    .execute();
  return leaseRows(trx, sourceId, rows, now, lease);
};
