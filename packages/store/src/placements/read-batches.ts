import { permission, rungCode, signal, stanceCode } from '@marsad/records';
import { type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../tables.js';
import { type CountablePost, NOTHING_FOUND, type PackedPosts, type PostFacts } from './packed-posts.js';
import { ID_LENGTH } from './post-ids.js';
import { readProbabilities } from './read-judgement.js';

/** Rows of one of the three tables, whichever they are, in the order in which they are to be taken. */
export type RowsOf<Table extends 'posts' | 'judgements' | 'placements'> = SelectQueryBuilder<
  { rows: Tables[Table] },
  'rows',
  object
>;

type Place = CountablePost['placements'][number];

// Many rows come as one value a column: a million rows with values of their own take longer to hand over than to find in the
// file. In `facts` stands what repeats, with blanks between; only its last part may hold blanks itself.
const NO_ROWS = '[]';
/** In place of an author's id: as long as one. */
const NO_AUTHOR = ' '.repeat(ID_LENGTH);

/** A list as JSON; its values are looked at one by one as they are taken, or by whoever takes them. */
const listOf = (json: string): readonly unknown[] => z.custom<unknown[]>(Array.isArray).parse(JSON.parse(json));
const text = (value: unknown): string => (typeof value === 'string' ? value : z.string().parse(value));
const textOrNot = (value: unknown): string | null => (value === null ? null : text(value));
const number = (value: unknown): number => (typeof value === 'number' ? value : z.number().parse(value));

/** Of every id 32 characters, one after the other. */
const idList = (ids: Buffer | null, rows: number): Buffer => {
  const bytes = ids ?? Buffer.alloc(0);
  if (bytes.length === ID_LENGTH * rows) return bytes;
  throw new TypeError(
    `ids of ${rows} posts: expected ${ID_LENGTH} hexadecimal characters each, got ${bytes.length} in all`,
  );
};

/** The parts of a text: two without blanks, and the rest. */
const threeParts = (text: string): [string, string, string] => {
  const first = text.indexOf(' ');
  const second = text.indexOf(' ', first + 1);
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
};

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
const foundSignals = z.array(signal);
const languageCode = z.string().min(1);

/**
 * Takes rows of the three tables into packed posts: those of posts first, since the others are found by their ids; rows of posts
 * that are not among these are passed over.
 * @throws {ZodError} when a row holds what no program of ours wrote
 */
export const batchReader = (posts: PackedPosts) => {
  const postOf = readOnce((facts): PostFacts => {
    const [permitted, day, sourceId] = threeParts(facts);
    return { sourceId, permission: permission.parse(permitted), publishedAt: day === '' ? null : `${day}T00:00:00Z` };
  });
  const verdictOf = readOnce((facts) => {
    const [stance, language] = threeParts(facts);
    return { language: languageCode.parse(language), stance: stanceCode.parse(stance) };
  });
  const unjudgedOf = readOnce((facts) => ({ language: null, undetermined: threeParts(facts)[2] || null }));
  const signalsOf = readOnce((text) =>
    foundSignals
      .parse(JSON.parse(text))
      .map(({ code, targets, severity }) => ({ code, targets, ...(severity !== undefined && { severity }) })),
  );
  const placesOf = readOnce((facts) => {
    const blank = facts.indexOf(' ');
    const rung = rungCode.parse(facts.slice(0, blank));
    const areaId = facts.slice(blank + 1) || null;
    const byWeight = new Map<number, readonly Place[]>();
    return (weight: number): readonly Place[] => {
      const known = byWeight.get(weight) ?? [{ areaId, rung, weight }];
      byWeight.set(weight, known);
      return known;
    };
  });

  return {
    takePosts: async (rows: RowsOf<'posts'>): Promise<void> => {
      const found = await rows
        .select([
          sql<Buffer | null>`cast(group_concat(id, '') as blob)`.as('ids'),
          sql<Buffer | null>`cast(group_concat(coalesce(author_hash, ${NO_AUTHOR}), '') as blob)`.as('authors'),
          sql<string>`json_group_array(copy_of)`.as('originals'),
          sql<string>`json_group_array(permission || ' ' || coalesce(substr(published_at, 1, 10), '') || ' ' || source_id)`.as(
            'facts',
          ),
        ])
        .executeTakeFirst();
      const facts = listOf(found?.facts ?? NO_ROWS);
      const ids = idList(found?.ids ?? null, facts.length);
      const authors = idList(found?.authors ?? null, facts.length);
      const originals = listOf(found?.originals ?? NO_ROWS);
      for (let at = 0; at < facts.length; at += 1)
        posts.add(ids, ID_LENGTH * at, postOf(text(facts[at])), authors, textOrNot(originals[at]));
    },

    takeJudgements: async (rows: RowsOf<'judgements'>): Promise<void> => {
      const found = await rows
        .select([
          sql<Buffer | null>`cast(group_concat(post_id, '') as blob)`.as('ids'),
          sql<string>`'[' || coalesce(group_concat(coalesce(probabilities, 'null'), ','), '') || ']'`.as(
            'probabilities',
          ),
          sql<string>`json_group_array(nullif(signals, '[]'))`.as('signals'),
          sql<string>`json_group_array(coalesce(stance, '') || ' ' || coalesce(language, '') || ' ' || coalesce(undetermined, ''))`.as(
            'facts',
          ),
        ])
        .executeTakeFirst();
      const facts = listOf(found?.facts ?? NO_ROWS);
      const ids = idList(found?.ids ?? null, facts.length);
      const probabilities = listOf(found?.probabilities ?? NO_ROWS);
      const signals = listOf(found?.signals ?? NO_ROWS);
      for (let at = 0; at < facts.length; at += 1) {
        const place = posts.placeOf(ids, ID_LENGTH * at);
        if (place === undefined) continue;
        const own = text(facts[at]);
        if (probabilities[at] === null) {
          posts.leaveUnjudged(place, unjudgedOf(own));
          continue;
        }
        const named = textOrNot(signals[at]);
        const signalled = named === null ? NOTHING_FOUND : signalsOf(named.replace(PROBABILITY, '"probability":0'));
        posts.judge(place, verdictOf(own), signalled, readProbabilities(probabilities[at]));
      }
    },

    takePlacements: async (rows: RowsOf<'placements'>): Promise<void> => {
      const found = await rows
        .select([
          sql<Buffer | null>`cast(group_concat(post_id, '') as blob)`.as('ids'),
          sql<string>`json_group_array(weight)`.as('weights'),
          sql<string>`json_group_array(rung || ' ' || coalesce(area_id, ''))`.as('facts'),
        ])
        .executeTakeFirst();
      const facts = listOf(found?.facts ?? NO_ROWS);
      const ids = idList(found?.ids ?? null, facts.length);
      const weights = listOf(found?.weights ?? NO_ROWS);
      for (let at = 0; at < facts.length; at += 1) {
        const place = posts.placeOf(ids, ID_LENGTH * at);
        if (place !== undefined) posts.place(place, placesOf(text(facts[at]))(number(weights[at])));
      }
    },
  };
};
