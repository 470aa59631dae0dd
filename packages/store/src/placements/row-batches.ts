import { type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import { inRowRange, rowRanges } from '../row-ranges.js';
import type { Reading, Tables } from '../tables.js';
import { ID_LENGTH } from './post-ids.js';
import { readProbabilities } from './read-judgement.js';

/** Rows of one of the three tables, whichever they are, in the order in which they are to be taken. */
type RowsOf<Table extends RowBatch['table']> = SelectQueryBuilder<{ rows: Tables[Table] }, 'rows', object>;

// Many rows come as one value a column: a million rows with values of their own take longer to hand over than to find in the
// file, and longer still from thread to thread. In `facts` stands what repeats, with blanks between; only its last part may hold
// blanks itself.

/** Rows of a table by column: `ids` of posts have 32 characters each, one after the other; lists are JSON text. */
export type RowBatch =
  | {
      table: 'posts';
      ids: Uint8Array;
      /** ids as well, blank where a post has no author */
      authors: Uint8Array;
      originals: string;
      /** permission, day, source */
      facts: string;
    }
  | {
      table: 'judgements';
      ids: Uint8Array;
      /** five a row, in the order of the columns of packed posts; not numbers where there is no verdict */
      probabilities: Float64Array;
      signals: string;
      /** stance, language, why there is no verdict */
      facts: string;
    }
  | {
      table: 'placements';
      ids: Uint8Array;
      weights: string;
      /** rung, area */
      facts: string;
    };

/** How many probabilities a verdict has. */
export const PROBABILITY_COUNT = 5;
const NO_ROWS = '[]';
/** In place of an author's id: as long as one. */
const NO_AUTHOR = ' '.repeat(ID_LENGTH);

/** A list as JSON; its values are looked at one by one as they are taken. */
export const listOf = (json: string): readonly unknown[] => z.custom<unknown[]>(Array.isArray).parse(JSON.parse(json));

/** Whether a row of a batch of judgements is a verdict. */
export const isJudged = (probabilities: Float64Array, row: number): boolean =>
  !Number.isNaN(probabilities[PROBABILITY_COUNT * row]);

/** Of every id 32 characters, one after the other. */
const idList = (ids: Buffer | null, rows: number): Uint8Array => {
  const bytes = ids ?? Buffer.alloc(0);
  if (bytes.length === ID_LENGTH * rows) return bytes;
  throw new TypeError(
    `ids of ${rows} posts: expected ${ID_LENGTH} hexadecimal characters each, got ${bytes.length} in all`,
  );
};

/**
 * Rows of `posts`.
 * @throws {TypeError} when the ids are none
 */
export const postBatch = async (rows: RowsOf<'posts'>): Promise<RowBatch> => {
  const found = await rows
    .select([
      sql<number>`count(*)`.as('rows'),
      sql<Buffer | null>`cast(group_concat(id, '') as blob)`.as('ids'),
      sql<Buffer | null>`cast(group_concat(coalesce(author_hash, ${NO_AUTHOR}), '') as blob)`.as('authors'),
      sql<string>`json_group_array(copy_of)`.as('originals'),
      sql<string>`json_group_array(permission || ' ' || coalesce(substr(published_at, 1, 10), '') || ' ' || source_id)`.as(
        'facts',
      ),
    ])
    .executeTakeFirst();
  const count = found?.rows ?? 0;
  return {
    table: 'posts',
    ids: idList(found?.ids ?? null, count),
    authors: idList(found?.authors ?? null, count),
    originals: found?.originals ?? NO_ROWS,
    facts: found?.facts ?? NO_ROWS,
  };
};

const probabilityColumn = (json: string): Float64Array => {
  const list = listOf(json);
  const column = new Float64Array(PROBABILITY_COUNT * list.length).fill(Number.NaN);
  for (let at = 0; at < list.length; at += 1) {
    if (list[at] === null) continue;
    const { hate, extremism, polarisation, offensive, bridging } = readProbabilities(list[at]);
    const first = PROBABILITY_COUNT * at;
    column[first] = hate;
    column[first + 1] = extremism;
    column[first + 2] = polarisation;
    column[first + 3] = offensive;
    column[first + 4] = bridging;
  }
  return column;
};

/**
 * Rows of `judgements`.
 * @throws {TypeError} when the ids are none
 * @throws {ZodError} when a row has probabilities that no classifier of ours wrote
 */
export const judgementBatch = async (rows: RowsOf<'judgements'>): Promise<RowBatch> => {
  const found = await rows
    .select([
      sql<Buffer | null>`cast(group_concat(post_id, '') as blob)`.as('ids'),
      sql<string>`'[' || coalesce(group_concat(coalesce(probabilities, 'null'), ','), '') || ']'`.as('probabilities'),
      sql<string>`json_group_array(nullif(signals, '[]'))`.as('signals'),
      sql<string>`json_group_array(coalesce(stance, '') || ' ' || coalesce(language, '') || ' ' || coalesce(undetermined, ''))`.as(
        'facts',
      ),
    ])
    .executeTakeFirst();
  const probabilities = probabilityColumn(found?.probabilities ?? NO_ROWS);
  return {
    table: 'judgements',
    ids: idList(found?.ids ?? null, probabilities.length / PROBABILITY_COUNT),
    probabilities,
    signals: found?.signals ?? NO_ROWS,
    facts: found?.facts ?? NO_ROWS,
  };
};

/**
 * Rows of `placements`.
 * @throws {TypeError} when the ids are none
 */
export const placementBatch = async (rows: RowsOf<'placements'>): Promise<RowBatch> => {
  const found = await rows
    .select([
      sql<number>`count(*)`.as('rows'),
      sql<Buffer | null>`cast(group_concat(post_id, '') as blob)`.as('ids'),
      sql<string>`json_group_array(weight)`.as('weights'),
      sql<string>`json_group_array(rung || ' ' || coalesce(area_id, ''))`.as('facts'),
    ])
    .executeTakeFirst();
  return {
    table: 'placements',
    ids: idList(found?.ids ?? null, found?.rows ?? 0),
    weights: found?.weights ?? NO_ROWS,
    facts: found?.facts ?? NO_ROWS,
  };
};

/**
 * Every row of the three tables, each table on its own, in the order in which it lies in the file: rows looked up one by one,
 * in the order of another table, take three times as long.
 */
export async function* allBatches(db: Reading): AsyncGenerator<RowBatch> {
  for await (const range of rowRanges(db, 'posts'))
    yield await postBatch(db.selectFrom('posts as rows').where(inRowRange(range)));
  for await (const range of rowRanges(db, 'judgements'))
    yield await judgementBatch(db.selectFrom('judgements as rows').where(inRowRange(range)));
  for await (const range of rowRanges(db, 'placements'))
    yield await placementBatch(db.selectFrom('placements as rows').where(inRowRange(range)));
}
