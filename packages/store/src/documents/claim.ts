import { documentRole, type FrontierEntry } from '@marsad/records';
import { z } from 'zod';
import { inChunks } from '../in-chunks.js';
import { storedInstant } from '../instant.js';
import type { Writing } from '../tables.js';

const claimedRow = z.strictObject({
  url: z.string(),
  role: documentRole,
  depth: z.number().int(),
  attempts: z.number().int(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
});

/**
 * Leases up to `limit` queued documents of a source until `leaseUntil`. A lease that has run out counts as queued, so
 * that what a killed run held is taken up again. Least tried first, then nearest to an entry point, then by URL: the
 * order does not depend on when a link was found.
 * @returns the documents, their attempts counting this one
 */
export const claimDocuments = async (
  trx: Writing,
  sourceId: string,
  limit: number,
  now: string,
  leaseUntil: string,
): Promise<FrontierEntry[]> => {
  const instant = storedInstant(now);
  await trx
    .updateTable('documents')
    .set({ state: 'queued', reason: 'lease-expired', lease_until: null, changed_at: instant })
    .where('source_id', '=', sourceId)
    .where('state', '=', 'leased')
    .where('lease_until', '<=', instant)
    .execute();
  const rows = await trx
    .selectFrom('documents')
    .select(['url', 'role', 'depth', 'attempts', 'etag', 'last_modified'])
    .where('source_id', '=', sourceId)
    .where('state', '=', 'queued')
    .orderBy('attempts')
    .orderBy('depth')
    .orderBy('url')
    .limit(limit)
    .execute();
  const claimed = rows.map((row) => claimedRow.parse(row));
  for (const chunk of inChunks(claimed)) {
    await trx
      .updateTable('documents')
      .set((eb) => ({
        state: 'leased',
        lease_until: storedInstant(leaseUntil),
        attempts: eb('attempts', '+', 1),
        changed_at: instant,
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
