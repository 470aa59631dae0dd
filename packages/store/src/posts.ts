import { type Post, post } from '@marsad/records';
import type { Selectable } from 'kysely';
import { inChunks } from './in-chunks.js';
import type { PostRow, Reading, Writing } from './tables.js';

const rowOf = (value: Post): PostRow => ({
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
    publishedAt: row.published_at,
    publishedPrecision: row.published_precision,
    languageHint: row.language_hint,
    authorHash: row.author_hash,
    coordinates: row.longitude === null || row.latitude === null ? null : [row.longitude, row.latitude],
    placeTag: row.place_tag,
    permission: row.permission,
  });

/** Writes posts whose items are already written. */
export const insertPosts = async (trx: Writing, posts: readonly Post[]): Promise<void> => {
  for (const chunk of inChunks(posts)) await trx.insertInto('posts').values(chunk.map(rowOf)).execute();
};

/** Removes posts together with their verdicts, placements and outcomes. */
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
