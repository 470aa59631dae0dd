import { inChunks } from '../in-chunks.js';
import { storedInstant } from '../instant.js';
import { storedAmong } from '../posts.js';
import type { Reading, Writing } from '../tables.js';

/** A sample of posts that people are asked to label. */
export interface KeptSample {
  id: string;
  design: 'random' | 'efficient';
  /** the signal whose probability ruled the chances */
  signal: string;
  seed: number;
  /** those drawn, each with its chance to be in this sample */
  posts: readonly { postId: string; probability: number }[];
}

/**
 * Keeps a sample; one that was drawn before, with the same posts, is left as it is. Posts that an edit has removed since they
 * were read are passed over.
 */
export const saveSample = async (trx: Writing, sample: KeptSample, now: string): Promise<void> => {
  const before = await trx.selectFrom('samples').select('id').where('id', '=', sample.id).executeTakeFirst();
  if (before) return;
  const stored = await storedAmong(
    trx,
    sample.posts.map(({ postId }) => postId),
  );
  const posts = sample.posts.filter(({ postId }) => stored.has(postId));
  await trx
    .insertInto('samples')
    .values({
      id: sample.id,
      drawn_at: storedInstant(now),
      design: sample.design,
      signal: sample.signal,
      seed: sample.seed,
      posts: posts.length,
    })
    .execute();
  const rows = posts.map(({ postId, probability }) => ({ sample_id: sample.id, post_id: postId, probability }));
  for (const chunk of inChunks(rows)) await trx.insertInto('sampled_posts').values(chunk).execute();
};

/** What a coder is shown of a post. */
export interface PostText {
  id: string;
  url: string | null;
  title: string | null;
  text: string;
}

/** The texts of these posts, by id. */
export const readPostTexts = async (db: Reading, ids: readonly string[]): Promise<Map<string, PostText>> => {
  const found = new Map<string, PostText>();
  for (const chunk of inChunks(ids)) {
    const rows = await db.selectFrom('posts').select(['id', 'url', 'title', 'text']).where('id', 'in', chunk).execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
};
