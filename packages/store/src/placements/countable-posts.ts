import { permission, rungCode, signal, stanceCode, weekStart } from '@marsad/records';
import { sql } from 'kysely';
import { z } from 'zod';
import { UNDATED } from '../counted-weeks.js';
import { inChunks } from '../in-chunks.js';
import { inRowRange, rowRanges } from '../row-ranges.js';
import type { Database, Reading, Tables } from '../tables.js';
import { type CountablePost, PackedPosts, type PostFacts } from './packed-posts.js';
import { readProbabilities } from './read-judgement.js';

const WEEK = 7 * 86_400_000;

// What repeats comes as one text, which is read and checked once: a million rows have a few thousand of them, and every value
// of a row costs as much as reading it from the file. (Weights stay numbers: as text they would lose their last digits.)
const POST_COLUMNS = [
  'posts.id',
  'author_hash',
  'copy_of',
  sql<string>`json_array(source_id, permission, substr(published_at, 1, 10))`.as('facts'),
] as const;
const JUDGEMENT_COLUMNS = [
  'judgements.post_id',
  'probabilities',
  'signals',
  sql<string>`json_array(undetermined, language, stance)`.as('facts'),
] as const;
const PLACEMENT_COLUMNS = ['placements.post_id', 'weight', sql<string>`json_array(area_id, rung)`.as('facts')] as const;

const postFacts = z.tuple([z.string(), permission, z.string().nullable()]);
const judgementFacts = z.tuple([z.string().nullable(), z.string().nullable(), stanceCode.nullable()]);
const placementFacts = z.tuple([z.string().nullable(), rungCode]);
const foundSignals = z.array(signal);
const languageCode = z.string();

type Place = CountablePost['placements'][number];

/** Texts that repeat, each read and checked once. */
const readOnce = <Value>(read: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
};

/** Stands beside the signals once more, and would make the text of every row another. */
const PROBABILITY = /"probability":[^,}]*/g;

const withoutProbabilities = (signals: string | null): string =>
  signals === null || signals === '[]' ? '[]' : signals.replace(PROBABILITY, '"probability":0');

/** Rows of the three tables, as they are read. */
const takers = (posts: PackedPosts) => {
  const postOf = readOnce((facts): PostFacts => {
    const [sourceId, permitted, day] = postFacts.parse(JSON.parse(facts));
    return { sourceId, permission: permitted, publishedAt: day === null ? null : `${day}T00:00:00Z` };
  });
  const verdictOf = readOnce((facts) => {
    const [, language, stance] = judgementFacts.parse(JSON.parse(facts));
    return { language: languageCode.parse(language), stance: stanceCode.parse(stance) };
  });
  const unjudgedOf = readOnce((facts) => {
    const [undetermined] = judgementFacts.parse(JSON.parse(facts));
    return { language: null, undetermined };
  });
  const signalsOf = readOnce((text) =>
    foundSignals
      .parse(JSON.parse(text))
      .map(({ code, targets, severity }) => ({ code, targets, ...(severity !== undefined && { severity }) })),
  );
  const placesOf = readOnce((facts) => {
    const [areaId, rung] = placementFacts.parse(JSON.parse(facts));
    const byWeight = new Map<number, readonly Place[]>();
    return (weight: number): readonly Place[] => {
      const known = byWeight.get(weight) ?? [{ areaId, rung, weight }];
      byWeight.set(weight, known);
      return known;
    };
  });
  return {
    post: (row: Pick<Tables['posts'], 'id' | 'author_hash' | 'copy_of'> & { facts: string }) =>
      posts.add(row.id, postOf(row.facts), row.author_hash, row.copy_of),
    judgement: (row: Pick<Tables['judgements'], 'post_id' | 'probabilities' | 'signals'> & { facts: string }) => {
      if (row.probabilities === null) return posts.leaveUnjudged(row.post_id, unjudgedOf(row.facts));
      const found = signalsOf(withoutProbabilities(row.signals));
      posts.judge(row.post_id, verdictOf(row.facts), found, readProbabilities(row.probabilities));
    },
    placement: (row: Pick<Tables['placements'], 'post_id' | 'weight'> & { facts: string }) =>
      posts.place(row.post_id, placesOf(row.facts)(row.weight)),
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
