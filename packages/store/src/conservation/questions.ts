import type { Reading } from '../tables.js';

interface Question {
  sentence: (count: number) => string;
  ask: (db: Reading) => Promise<number>;
}

/** The number a counting query finds. */
export const count = async (query: { executeTakeFirstOrThrow: () => Promise<{ count: number }> }): Promise<number> =>
  Number((await query.executeTakeFirstOrThrow()).count);

/** Each question counts rows that may not be there; its sentence is said of those that are. */
export const QUESTIONS: readonly Question[] = [
  {
    sentence: (count) => `${count} documents were skipped or failed without a reason`,
    ask: (db) =>
      count(
        db
          .selectFrom('documents')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('state', 'in', ['skipped', 'failed'])
          .where('reason', 'is', null),
      ),
  },
  {
    sentence: (count) => `${count} items were left out without a reason`,
    ask: (db) =>
      count(
        db
          .selectFrom('items')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('state', '<>', 'stored')
          .where('reason', 'is', null),
      ),
  },
  {
    sentence: (count) => `${count} items are stored, but have no post`,
    ask: (db) =>
      count(
        db
          .selectFrom('items')
          .leftJoin('posts', 'posts.id', 'items.id')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('items.state', '=', 'stored')
          .where('posts.id', 'is', null),
      ),
  },
  {
    sentence: (count) => `${count} posts have no stored item`,
    ask: (db) =>
      count(
        db
          .selectFrom('posts')
          .leftJoin('items', (join) => join.onRef('items.id', '=', 'posts.id').on('items.state', '=', 'stored'))
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('items.id', 'is', null),
      ),
  },
  {
    sentence: (count) => `${count} duplicates point at no item of the ledger`,
    ask: (db) =>
      count(
        db
          .selectFrom('items')
          .leftJoin('items as original', 'original.id', 'items.duplicate_of')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('items.state', '=', 'duplicate')
          .where('original.id', 'is', null),
      ),
  },
  {
    sentence: (count) => `${count} copies point at no original among the posts`,
    ask: (db) =>
      count(
        db
          .selectFrom('posts')
          .leftJoin('posts as original', (join) =>
            join.onRef('original.id', '=', 'posts.copy_of').on('original.copy_of', 'is', null),
          )
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('posts.copy_of', 'is not', null)
          .where('original.id', 'is', null),
      ),
  },
  {
    sentence: (count) => `${count} outcomes are of no stored post`,
    ask: (db) =>
      count(
        db
          .selectFrom('outcomes')
          .leftJoin('posts', 'posts.id', 'outcomes.post_id')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('posts.id', 'is', null),
      ),
  },
];
