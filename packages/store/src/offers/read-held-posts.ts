import { signatureFromBytes } from '@marsad/records';
import { readBands } from '../bands.js';
import { inChunks } from '../in-chunks.js';
import type { PostRow, Writing } from '../tables.js';
import type { Offer } from './offer.js';
import type { HeldPost, Originals } from './originals.js';

export const COLUMNS = ['id', 'content_hash', 'published_at', 'arrival', 'copy_of', 'signature'] as const;

/** Stored posts by id: one object for each, however often it is read, since decisions change it. */
export class HeldPosts {
  readonly #byId = new Map<string, HeldPost>();

  of(row: Pick<PostRow, (typeof COLUMNS)[number]>): HeldPost {
    const known = this.#byId.get(row.id);
    if (known) return known;
    const post: HeldPost = {
      id: row.id,
      contentHash: row.content_hash,
      publishedAt: row.published_at,
      arrival: row.arrival,
      copyOf: row.copy_of,
      signature: row.signature === null ? null : signatureFromBytes(row.signature),
    };
    this.#byId.set(row.id, post);
    return post;
  }
}

/** Reads the originals that share a key with an offered post, each under the keys that it shares. */
export const readOriginals = async (
  trx: Writing,
  offers: readonly Offer[],
  originals: Originals,
  held: HeldPosts,
): Promise<void> => {
  const keys = new Set(offers.flatMap(({ keys }) => keys));
  const shared = new Map<number, number[]>();
  for (const { key, arrival } of await readBands(trx, [...keys])) {
    const list = shared.get(arrival);
    if (list) list.push(key);
    else shared.set(arrival, [key]);
  }
  for (const chunk of inChunks([...shared.keys()])) {
    const rows = await trx.selectFrom('posts').select(COLUMNS).where('arrival', 'in', chunk).execute();
    for (const row of rows) originals.hold(held.of(row), shared.get(row.arrival) ?? []);
  }
};

/** Reads the copies of those posts that are originals. */
export const readCopies = async (
  trx: Writing,
  posts: readonly HeldPost[],
  copies: Map<string, Set<HeldPost>>,
  held: HeldPosts,
): Promise<void> => {
  const ids = posts.filter(({ copyOf }) => copyOf === null).map(({ id }) => id);
  for (const chunk of inChunks(ids)) {
    const rows = await trx.selectFrom('posts').select(COLUMNS).where('copy_of', 'in', chunk).execute();
    for (const row of rows) {
      const original = row.copy_of ?? '';
      const list = copies.get(original);
      if (list) list.add(held.of(row));
      else copies.set(original, new Set([held.of(row)]));
    }
  }
};
