import type { Post } from '@marsad/records';
import { sql } from 'kysely';
import { inChunks } from '../in-chunks.js';
import type { Writing } from '../tables.js';
import { mayBeCopy } from './may-be-copy.js';

/** The part of the ledger that decides what becomes of a batch of offers. */
export interface LedgerView {
  /** items the ledger holds in any state */
  known: Set<string>;
  /** what stands at a place: a stored post, or a copy, which has no content hash */
  standing: Map<string, { id: string; contentHash: string | null }>;
  /** ids of the stored posts by content hash */
  stored: Map<string, Set<string>>;
}

/** A source and a locator as one key. */
export const placeOf = (sourceId: string, locator: string): string => `${sourceId.length}:${sourceId}${locator}`;

/** Must read as in the index `items_standing`, or SQLite does not use it. */
const isStanding = sql<boolean>`items.state in ('stored', 'duplicate')`;

const readKnown = async (trx: Writing, ids: readonly string[], view: LedgerView): Promise<void> => {
  for (const chunk of inChunks(ids)) {
    const rows = await trx.selectFrom('items').select('id').where('id', 'in', chunk).execute();
    for (const { id } of rows) view.known.add(id);
  }
};

const readStanding = async (trx: Writing, posts: readonly Post[], view: LedgerView): Promise<void> => {
  const locators = new Map<string, string[]>();
  for (const { sourceId, locator } of posts) {
    const list = locators.get(sourceId);
    if (list) list.push(locator);
    else locators.set(sourceId, [locator]);
  }
  for (const [sourceId, list] of locators) {
    for (const chunk of inChunks(list)) {
      const rows = await trx
        .selectFrom('items')
        .leftJoin('posts', 'posts.id', 'items.id')
        .select(['items.id', 'items.locator', 'posts.content_hash'])
        .where('items.source_id', '=', sourceId)
        .where('items.locator', 'in', chunk)
        .where(isStanding)
        .execute();
      for (const row of rows) {
        view.standing.set(placeOf(sourceId, row.locator), { id: row.id, contentHash: row.content_hash });
      }
    }
  }
};

const readStored = async (trx: Writing, posts: readonly Post[], view: LedgerView): Promise<void> => {
  const hashes = new Set(posts.filter(({ text }) => mayBeCopy(text)).map(({ contentHash }) => contentHash));
  for (const chunk of inChunks([...hashes])) {
    const rows = await trx
      .selectFrom('posts')
      .select(['id', 'content_hash'])
      .where('content_hash', 'in', chunk)
      .execute();
    for (const row of rows) {
      const ids = view.stored.get(row.content_hash);
      if (ids) ids.add(row.id);
      else view.stored.set(row.content_hash, new Set([row.id]));
    }
  }
};

/** Reads what the ledger knows about the offered posts, and which of the rejected items it holds. */
export const readLedgerView = async (
  trx: Writing,
  posts: readonly Post[],
  rejectionIds: readonly string[],
): Promise<LedgerView> => {
  const view: LedgerView = { known: new Set(), standing: new Map(), stored: new Map() };
  await readKnown(trx, [...posts.map(({ id }) => id), ...rejectionIds], view);
  const unknown = posts.filter(({ id }) => !view.known.has(id));
  await readStanding(trx, unknown, view);
  await readStored(trx, unknown, view);
  return view;
};
