import { type Post, post } from '@marsad/records';
import type { Selectable } from 'kysely';
import { inChunks } from './in-chunks.js';
import type { PostRow, Reading, Writing } from './tables.js';

/** A post that enters the store. */
export interface NewPost {
  post: Post;
  arrival: number;
  copyOf: string | null;
}

const rowOf = ({ post: value, arrival, copyOf }: NewPost): PostRow => ({
  id: value.id,
  source_id: value.sourceId,
  locator: value.locator,
  content_hash: value.contentHash,
  permission: value.permission,
  published_at: value.publishedAt,
  published_precision: value.publishedPrecision,
  language_hint: value.languageHint,
  author_hash: value.authorHash,
  longitude: value.coordinates?.[0] ?? null,
  latitude: value.coordinates?.[1] ?? null,
  place_tag: value.placeTag,
  url: value.url,
  title: value.title,
  text: value.text,
  arrival,
  copy_of: copyOf,
  signature: value.signature === null ? null : Buffer.from(value.signature, 'base64'),
});

/** A row of `posts` as the record it was made from. */
export const postOf = (row: Selectable<PostRow>): Post =>
  post.parse({
    id: row.id,
    sourceId: row.source_id,
    locator: row.locator,
    url: row.url,
    title: row.title,
    text: row.text,
    contentHash: row.content_hash,
    signature: row.signature?.toString('base64') ?? null,
    publishedAt: row.published_at,
    publishedPrecision: row.published_precision,
    languageHint: row.language_hint,
    authorHash: row.author_hash,
    coordinates: row.longitude === null || row.latitude === null ? null : [row.longitude, row.latitude],
    placeTag: row.place_tag,
    permission: row.permission,
  });

/** Writes posts whose items are already written, an original before its copies. */
export const insertPosts = async (trx: Writing, posts: readonly NewPost[]): Promise<void> => {
  for (const chunk of inChunks(posts)) await trx.insertInto('posts').values(chunk.map(rowOf)).execute();
};

/** Says of stored posts which original they are a copy of now; null makes them originals. */
export const linkCopies = async (trx: Writing, links: ReadonlyMap<string, string | null>): Promise<void> => {
  const byOriginal = new Map<string | null, string[]>();
  for (const [id, original] of links) {
    const ids = byOriginal.get(original);
    if (ids) ids.push(id);
    else byOriginal.set(original, [id]);
  }
  for (const [original, ids] of byOriginal) {
    for (const chunk of inChunks(ids)) {
      await trx.updateTable('posts').set({ copy_of: original }).where('id', 'in', chunk).execute();
    }
  }
};

/** Removes posts, to which no copy is linked any more, together with their verdicts, placements and outcomes. */
export const deletePosts = async (trx: Writing, ids: readonly string[]): Promise<void> => {
  for (const chunk of inChunks(ids)) await trx.deleteFrom('posts').where('id', 'in', chunk).execute();
};

/** Those of `ids` that are stored posts: an edit may have removed some since they were read. */
export const storedAmong = async (db: Reading, ids: readonly string[]): Promise<Set<string>> => {
  const stored = new Set<string>();
  for (const chunk of inChunks(ids)) {
    const rows = await db.selectFrom('posts').select('id').where('id', 'in', chunk).execute();
    for (const { id } of rows) stored.add(id);
  }
  return stored;
};
