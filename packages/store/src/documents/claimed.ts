import { documentRole, type FrontierEntry } from '@marsad/records';
import { z } from 'zod';
import { inChunks } from '../in-chunks.js';
import { storedInstant } from '../instant.js';
import type { Reading, Writing } from '../tables.js';

const claimedRow = z.strictObject({
  url: z.string(),
  role: documentRole,
  depth: z.number().int(),
  attempts: z.number().int(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
});

/** Who takes documents, and until when. */
export interface Lease {
  until: string;
  /** a name that no other run has; null where nobody is to tell whether the holder is still there */
  holder: string | null;
}

/** Documents in the order in which they are claimed: least tried first, then nearest to an entry point, then by URL. */
export const inClaimOrder = (db: Reading, sourceId: string) =>
  db
    .selectFrom('documents')
    .select(['url', 'role', 'depth', 'attempts', 'etag', 'last_modified'])
    .where('source_id', '=', sourceId)
    .orderBy('attempts')
    .orderBy('depth')
    .orderBy('url');

/**
 * Leases the documents of these rows.
 * @returns the documents, their attempts counting this one
 */
export const leaseRows = async (
  trx: Writing,
  sourceId: string,
  rows: readonly unknown[],
  now: string,
  lease: Lease,
): Promise<FrontierEntry[]> => {
  const claimed = rows.map((row) => claimedRow.parse(row));
  for (const chunk of inChunks(claimed)) {
    await trx
      .updateTable('documents')
      .set((eb) => ({
        state: 'leased',
        lease_until: storedInstant(lease.until),
        lease_holder: lease.holder,
        attempts: eb('attempts', '+', 1),
        changed_at: storedInstant(now),
      }))
      .where('source_id', '=', sourceId)
      .where(
        'url',
        'in',
        chunk.map(({ url }) => url),
      )
      .execute();
  }
  return claimed.map(({ url, role, depth, attempts, etag, last_modified }) => ({
    sourceId,
    url,
    role,
    depth,
    attempts: attempts + 1,
    etag,
    lastModified: last_modified,
  }));
};
