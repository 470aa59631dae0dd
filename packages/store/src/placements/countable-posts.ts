import { type Permission, permission, type Rung, rungCode, weekStart } from '@marsad/records';
import { sql } from 'kysely';
import { UNDATED } from '../counted-weeks.js';
import { inChunks } from '../in-chunks.js';
import { inRowRange, rowRanges } from '../row-ranges.js';
import type { Database, Reading, Tables } from '../tables.js';
import { PackedPosts } from './packed-posts.js';
import { readJudgement } from './read-judgement.js';

const WEEK = 7 * 86_400_000;

const POST_COLUMNS = [
  'posts.id',
  'source_id',
  'permission',
  'author_hash',
  sql<string | null>`substr(published_at, 1, 10)`.as('day'),
  'copy_of',
] as const;
const JUDGEMENT_COLUMNS = [
  'judgements.post_id',
  'undetermined',
  'language',
  'signals',
  'stance',
  'probabilities',
] as const;
const PLACEMENT_COLUMNS = ['placements.post_id', 'area_id', 'rung', 'weight'] as const;

/** Values that repeat a million times, each checked and kept once. */
const checkedOnce = <Code>(check: (value: unknown) => Code): ((value: string) => Code) => {
  const known = new Map<string, Code>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const code = check(value);
    known.set(value, code);
    return code;
  };
};

/** Rows of the three tables, as they are read. */
const takers = (posts: PackedPosts) => {
  const permissionOf = checkedOnce<Permission>((value) => permission.parse(value));
  const sourceOf = checkedOnce(String);
  const midnightOf = checkedOnce((day) => `${day}T00:00:00Z`);
  const rungOf = checkedOnce<Rung>((value) => rungCode.parse(value));
  return {
    post: (
      row: Pick<Tables['posts'], 'id' | 'source_id' | 'permission' | 'author_hash' | 'copy_of'> & {
        day: string | null;
      },
    ) =>
      posts.add({
        postId: row.id,
        sourceId: sourceOf(row.source_id),
        permission: permissionOf(row.permission),
        authorHash: row.author_hash,
        publishedAt: row.day === null ? null : midnightOf(row.day),
        copyOf: row.copy_of,
      }),
    judgement: (
      row: Pick<Tables['judgements'], 'post_id' | 'undetermined' | 'language' | 'signals' | 'stance' | 'probabilities'>,
    ) => posts.judge(row.post_id, readJudgement(row), row.undetermined),
    placement: (row: Pick<Tables['placements'], 'post_id' | 'area_id' | 'rung' | 'weight'>) =>
      posts.place(row.post_id, { areaId: row.area_id, rung: rungOf(row.rung), weight: row.weight }),
  };
};

/**
 * Each table on its own, in the order in which it lies in the file: rows looked up one by one, in the order of another table,
 * take three times as long.
 */
const readAll = async (db: Reading, posts: PackedPosts): Promise<void> => {
  const take = takers(posts);
  for await (const range of rowRanges(db, 'posts'))
    for (const row of await db.selectFrom('posts').select(POST_COLUMNS).where(inRowRange(range)).execute())
      take.post(row);
  for await (const range of rowRanges(db, 'judgements'))
    for (const row of await db.selectFrom('judgements').select(JUDGEMENT_COLUMNS).where(inRowRange(range)).execute())
      take.judgement(row);
  for await (const range of rowRanges(db, 'placements'))
    for (const row of await db.selectFrom('placements').select(PLACEMENT_COLUMNS).where(inRowRange(range)).execute())
      take.placement(row);
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

const readFound = async (found: Found, posts: PackedPosts): Promise<void> => {
  const take = takers(posts);
  for (const row of await found.select(POST_COLUMNS).execute()) take.post(row);
  const judgements = found.innerJoin('judgements', 'judgements.post_id', 'posts.id').select(JUDGEMENT_COLUMNS);
  for (const row of await judgements.execute()) take.judgement(row);
  const placements = found.innerJoin('placements', 'placements.post_id', 'posts.id').select(PLACEMENT_COLUMNS);
  for (const row of await placements.orderBy('placements.post_id').orderBy('position').execute()) take.placement(row);
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
    if (weeks) for (const week of weeks) await readFound(inWeek(trx, week), posts);
    else await readAll(trx, posts);
  });

/** The same of some posts by their ids, as far as they are stored. */
export const countablePostsOf = (db: Database, ids: readonly string[]): Promise<PackedPosts> =>
  atOnce(db, async (trx, posts) => {
    for (const chunk of inChunks(ids)) await readFound(trx.selectFrom('posts').where('posts.id', 'in', chunk), posts);
  });
