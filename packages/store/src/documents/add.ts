import { sql } from 'kysely';
import { inChunks } from '../in-chunks.js';
import { storedInstant } from '../instant.js';
import type { DocumentRow, Writing } from '../tables.js';
import type { NewDocument } from './new-document.js';

type Held = Pick<DocumentRow, 'url' | 'role' | 'state' | 'round'>;

const settled = (document: Held): boolean =>
  document.state === 'fetched' || document.state === 'skipped' || document.state === 'failed';

const heldDocuments = async (trx: Writing, sourceId: string, urls: readonly string[]): Promise<Map<string, Held>> => {
  const held = new Map<string, Held>();
  for (const chunk of inChunks(urls)) {
    const rows = await trx
      .selectFrom('documents')
      .select(['url', 'role', 'state', 'round'])
      .where('source_id', '=', sourceId)
      .where('url', 'in', chunk)
      .execute();
    for (const row of rows) held.set(row.url, row);
  }
  return held;
};

/** Must read as in the index `documents_entry_points`, or SQLite walks through every document of the source. */
const isOwnEntryPoint = sql<boolean>`role = 'entry' and depth = 0`;

/** The newest round of the source's own entry points; null when it has none. */
const lastRound = async (trx: Writing, sourceId: string): Promise<number | null> => {
  const row = await trx
    .selectFrom('documents')
    .select((eb) => eb.fn.max<number | null>('round').as('round'))
    .where('source_id', '=', sourceId)
    .where(isOwnEntryPoint)
    .executeTakeFirst();
  return row?.round ?? null;
};

/** One row per URL: the shallowest, as an entry point if any of them is one. */
const withoutRepeats = (documents: readonly NewDocument[]): Map<string, NewDocument> => {
  const byUrl = new Map<string, NewDocument>();
  for (const document of documents) {
    const other = byUrl.get(document.url);
    byUrl.set(
      document.url,
      other
        ? {
            ...other,
            role: other.role === 'entry' ? 'entry' : document.role,
            depth: Math.min(other.depth, document.depth),
          }
        : document,
    );
  }
  return byUrl;
};

const queueAgain = async (
  trx: Writing,
  sourceId: string,
  urls: readonly string[],
  round: number,
  now: string,
): Promise<void> => {
  for (const chunk of inChunks(urls)) {
    await trx
      .updateTable('documents')
      .set({
        state: 'queued',
        reason: null,
        attempts: 0,
        round,
        lease_until: null,
        lease_holder: null,
        changed_at: now,
      })
      .where('source_id', '=', sourceId)
      .where('url', 'in', chunk)
      .execute();
  }
};

const addToSource = async (
  trx: Writing,
  sourceId: string,
  documents: Map<string, NewDocument>,
  now: string,
): Promise<number> => {
  const held = await heldDocuments(trx, sourceId, [...documents.keys()]);
  const last = await lastRound(trx, sourceId);
  const entriesToAskAgain: string[] = [];
  const pagesThatFailed: Held[] = [];
  const nowEntries: string[] = [];
  const unheld: NewDocument[] = [];
  let startsRound = false;
  for (const document of documents.values()) {
    const known = held.get(document.url);
    if (!known) unheld.push(document);
    else if (document.role === 'entry') {
      if (known.role === 'page') nowEntries.push(document.url);
      if (settled(known)) {
        entriesToAskAgain.push(document.url);
        if (document.depth === 0) startsRound = true;
      }
    } else if (known.role === 'page' && known.state === 'failed') pagesThatFailed.push(known);
  }

  // A dead link in every footer must not be asked again from every page: a failed page waits for the run after, which
  // begins when the source's entry points are asked again. A source without entry points has no such sign.
  const round = (last ?? 0) + (startsRound ? 1 : 0);
  const pagesToAskAgain = pagesThatFailed.filter((page) => last === null || page.round < round).map(({ url }) => url);
  await queueAgain(trx, sourceId, [...entriesToAskAgain, ...pagesToAskAgain], round, now);
  for (const chunk of inChunks(nowEntries)) {
    await trx
      .updateTable('documents')
      .set({ role: 'entry', depth: 0 })
      .where('source_id', '=', sourceId)
      .where('url', 'in', chunk)
      .execute();
  }
  for (const chunk of inChunks(unheld)) {
    await trx
      .insertInto('documents')
      .values(
        chunk.map(({ url, role, depth }) => ({
          source_id: sourceId,
          url,
          role,
          depth,
          state: 'queued' as const,
          attempts: 0,
          round,
          added_at: now,
          changed_at: now,
        })),
      )
      .execute();
  }
  return unheld.length;
};

/**
 * Queues the documents that the ledger does not hold yet. Those it holds are left as they are, but: an entry point that
 * was settled is queued again (with its `etag` and `lastModified`, and attempts counted from 0), and so is a page that
 * failed in an earlier run.
 * @returns how many are new
 */
export const addDocuments = async (trx: Writing, documents: readonly NewDocument[], now: string): Promise<number> => {
  const bySource = new Map<string, NewDocument[]>();
  for (const document of documents) {
    const list = bySource.get(document.sourceId);
    if (list) list.push(document);
    else bySource.set(document.sourceId, [document]);
  }
  let added = 0;
  for (const [sourceId, list] of bySource) {
    added += await addToSource(trx, sourceId, withoutRepeats(list), storedInstant(now));
  }
  return added;
};
