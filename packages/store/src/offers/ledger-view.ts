import type { Post } from '@marsad/records';
import { sql } from 'kysely';
import { inChunks } from '../in-chunks.js';
import { readArrivals } from '../marks.js';
import type { Writing } from '../tables.js';
import { mayBeCopy } from './may-be-copy.js';
import type { Offer } from './offer.js';
import { type HeldPost, Originals } from './originals.js';
import { COLUMNS, HeldPosts, readCopies, readOriginals } from './read-held-posts.js';

/** The part of the ledger that decides what becomes of a batch of offers. */
export interface LedgerView {
  /** items the ledger holds in any state */
  known: Set<string>;
  /** what stands at a place: an item, and its post unless it is an exact copy */
  standing: Map<string, { id: string; post: HeldPost | null }>;
  /** the stored posts by content hash */
  stored: Map<string, Set<HeldPost>>;
  /** the originals that share a key with an offered post */
  originals: Originals;
  /** lightly changed copies by the id of their original, complete for originals that an offered post may replace */
  copies: Map<string, Set<HeldPost>>;
  /** how many posts were ever stored */
  arrivals: number;
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

const readStanding = async (
  trx: Writing,
  posts: readonly Post[],
  view: LedgerView,
  held: HeldPosts,
): Promise<HeldPost[]> => {
  const locators = new Map<string, string[]>();
  for (const { sourceId, locator } of posts) {
    const list = locators.get(sourceId);
    if (list) list.push(locator);
    else locators.set(sourceId, [locator]);
  }
  const found: HeldPost[] = [];
  for (const [sourceId, list] of locators) {
    for (const chunk of inChunks(list)) {
      const rows = await trx
        .selectFrom('items')
        .leftJoin('posts', 'posts.id', 'items.id')
        .select([
          'items.id',
          'items.locator',
          'posts.content_hash',
          'posts.published_at',
          'posts.arrival',
          'posts.copy_of',
          'posts.signature',
        ])
        .where('items.source_id', '=', sourceId)
        .where('items.locator', 'in', chunk)
        .where(isStanding)
        .execute();
      for (const { id, locator, content_hash, published_at, arrival, copy_of, signature } of rows) {
        const post =
          content_hash === null || arrival === null
            ? null
            : held.of({ id, content_hash, published_at, arrival, copy_of, signature });
        view.standing.set(placeOf(sourceId, locator), { id, post });
        if (post) found.push(post);
      }
    }
  }
  return found;
};

const readStored = async (
  trx: Writing,
  posts: readonly Post[],
  view: LedgerView,
  held: HeldPosts,
): Promise<HeldPost[]> => {
  const found: HeldPost[] = [];
  const hashes = new Set(posts.filter(({ text }) => mayBeCopy(text)).map(({ contentHash }) => contentHash));
  for (const chunk of inChunks([...hashes])) {
    const rows = await trx.selectFrom('posts').select(COLUMNS).where('content_hash', 'in', chunk).execute();
    for (const row of rows) {
      const post = held.of(row);
      found.push(post);
      const others = view.stored.get(row.content_hash);
      if (others) others.add(post);
      else view.stored.set(row.content_hash, new Set([post]));
    }
  }
  return found;
};

/** Reads what the ledger knows about the offered posts, and which of the rejected items it holds. */
export const readLedgerView = async (
  trx: Writing,
  offers: readonly Offer[],
  rejectionIds: readonly string[],
): Promise<LedgerView> => {
  const view: LedgerView = {
    known: new Set(),
    standing: new Map(),
    stored: new Map(),
    originals: new Originals(),
    copies: new Map(),
    arrivals: await readArrivals(trx),
  };
  await readKnown(trx, [...offers.map(({ post }) => post.id), ...rejectionIds], view);
  const unknown = offers.filter(({ post }) => !view.known.has(post.id));
  const posts = unknown.map(({ post }) => post);
  const held = new HeldPosts();
  const standing = await readStanding(trx, posts, view, held);
  const stored = await readStored(trx, posts, view, held);
  await readOriginals(trx, unknown, view.originals, held);
  await readCopies(trx, [...new Set([...standing, ...stored])], view.copies, held);
  return view;
};
