import { weekStart } from '@marsad/records';
import { sql } from 'kysely';
import { UNDATED } from '../counted-weeks.js';
import { inChunks } from '../in-chunks.js';
import type { Database, Reading } from '../tables.js';
import { batchPacker } from './pack-batches.js';
import { PackedPosts } from './packed-posts.js';
import { readInThread } from './read-in-thread.js';
import { allBatches, judgementBatch, placementBatch, postBatch, type RowBatch } from './row-batches.js';

const WEEK = 7 * 86_400_000;

/** From so many posts on, it pays to start a thread that reads them. */
const MANY = 50_000;

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

type Found = ReturnType<typeof inWeek>;

const inWeek = (db: Reading, week: string) => {
  const posts = db.selectFrom('posts');
  if (week === UNDATED) return posts.where('posts.published_at', 'is', null);
  return posts
    .where('posts.published_at', '>=', dayAt(weekStart(week)))
    .where('posts.published_at', '<', dayAt(weekStart(week) + WEEK));
};

/** The rows of some posts, those of `posts` first. */
async function* batchesOf(db: Reading, found: Found): AsyncGenerator<RowBatch> {
  yield await postBatch(db.selectFrom(found.selectAll('posts').as('rows')));
  const judgements = found.innerJoin('judgements', 'judgements.post_id', 'posts.id').selectAll('judgements');
  yield await judgementBatch(db.selectFrom(judgements.as('rows')));
  const placements = found.innerJoin('placements', 'placements.post_id', 'posts.id').selectAll('placements');
  yield await placementBatch(
    db.selectFrom(placements.orderBy('placements.post_id').orderBy('placements.position').as('rows')),
  );
}

/** All of one moment. */
const packed = (db: Database, batchesIn: (trx: Reading) => Iterable<AsyncIterable<RowBatch>>): Promise<PackedPosts> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const posts = new PackedPosts();
      const pack = batchPacker(posts);
      for (const batches of batchesIn(trx)) for await (const batch of batches) pack(batch);
      return posts.close();
    });

const hasMany = async (db: Database): Promise<boolean> => {
  const row = await db.selectFrom('posts').select(sql<number | null>`max(rowid)`.as('last')).executeTakeFirst();
  return (row?.last ?? 0) >= MANY;
};

/**
 * Stored posts with their verdicts and placements, in no order, all of one moment. All of a large store are found on a second
 * thread, while this one takes them in.
 * @param path of the file, for that thread; null for a store in memory, which no other connection sees
 * @param weeks ISO weeks in which they were published, `undated` for those without a date; left out: every post
 * @throws {ZodError} when a row holds what no program of ours wrote
 */
export const countablePosts = async (
  db: Database,
  path: string | null,
  weeks?: readonly string[],
): Promise<PackedPosts> => {
  if (weeks) return packed(db, (trx) => weeks.map((week) => batchesOf(trx, inWeek(trx, week))));
  if (path === null || !(await hasMany(db))) return packed(db, (trx) => [allBatches(trx)]);
  const posts = new PackedPosts();
  await readInThread(path, batchPacker(posts));
  return posts.close();
};

/** The same of some posts by their ids, as far as they are stored. */
export const countablePostsOf = (db: Database, ids: readonly string[]): Promise<PackedPosts> =>
  packed(db, (trx) =>
    [...inChunks(ids)].map((chunk) => batchesOf(trx, trx.selectFrom('posts').where('posts.id', 'in', chunk))),
  );
