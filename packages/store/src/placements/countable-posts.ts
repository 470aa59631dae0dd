import { weekStart } from '@marsad/records';
import { UNDATED } from '../counted-weeks.js';
import { inChunks } from '../in-chunks.js';
import { inRowRange, rowRanges } from '../row-ranges.js';
import type { Database, Reading } from '../tables.js';
import { PackedPosts } from './packed-posts.js';
import { batchReader } from './read-batches.js';

const WEEK = 7 * 86_400_000;

type BatchReader = ReturnType<typeof batchReader>;

/**
 * Each table on its own, in the order in which it lies in the file: rows looked up one by one, in the order of another table,
 * take three times as long.
 */
const readAll = async (db: Reading, { takePosts, takeJudgements, takePlacements }: BatchReader): Promise<void> => {
  for await (const range of rowRanges(db, 'posts'))
    await takePosts(db.selectFrom('posts as rows').where(inRowRange(range)));
  for await (const range of rowRanges(db, 'judgements'))
    await takeJudgements(db.selectFrom('judgements as rows').where(inRowRange(range)));
  for await (const range of rowRanges(db, 'placements'))
    await takePlacements(db.selectFrom('placements as rows').where(inRowRange(range)));
};

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

type Found = ReturnType<typeof inWeek>;

const inWeek = (db: Reading, week: string) => {
  const posts = db.selectFrom('posts');
  if (week === UNDATED) return posts.where('posts.published_at', 'is', null);
  return posts
    .where('posts.published_at', '>=', dayAt(weekStart(week)))
    .where('posts.published_at', '<', dayAt(weekStart(week) + WEEK));
};

const readFound = async (
  db: Reading,
  found: Found,
  { takePosts, takeJudgements, takePlacements }: BatchReader,
): Promise<void> => {
  await takePosts(db.selectFrom(found.selectAll('posts').as('rows')));
  const judgements = found.innerJoin('judgements', 'judgements.post_id', 'posts.id').selectAll('judgements');
  await takeJudgements(db.selectFrom(judgements.as('rows')));
  const placements = found.innerJoin('placements', 'placements.post_id', 'posts.id').selectAll('placements');
  await takePlacements(
    db.selectFrom(placements.orderBy('placements.post_id').orderBy('placements.position').as('rows')),
  );
};

/** All of one moment. */
const atOnce = (db: Database, read: (trx: Reading, posts: PackedPosts) => Promise<void>): Promise<PackedPosts> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const posts = new PackedPosts();
      await read(trx, posts);
      return posts.close();
    });

/**
 * Stored posts with their verdicts and placements, in no order, all of one moment.
 * @param weeks ISO weeks in which they were published, `undated` for those without a date; left out: every post
 * @throws {ZodError} when a row holds what no program of ours wrote
 */
export const countablePosts = (db: Database, weeks?: readonly string[]): Promise<PackedPosts> =>
  atOnce(db, async (trx, posts) => {
    const reader = batchReader(posts);
    if (weeks) for (const week of weeks) await readFound(trx, inWeek(trx, week), reader);
    else await readAll(trx, reader);
  });

/** The same of some posts by their ids, as far as they are stored. */
export const countablePostsOf = (db: Database, ids: readonly string[]): Promise<PackedPosts> =>
  atOnce(db, async (trx, posts) => {
    const reader = batchReader(posts);
    for (const chunk of inChunks(ids))
      await readFound(trx, trx.selectFrom('posts').where('posts.id', 'in', chunk), reader);
  });
