import { keysetPages } from './keyset-pages.js';
import type { PostText } from './labels/samples.js';
import type { Reading } from './tables.js';

/** What every stored post says, in pages ordered by id. */
export async function* postTextPages(db: Reading, pageSize: number): AsyncGenerator<PostText[]> {
  const readAfter = (id: string, limit: number) =>
    db
      .selectFrom('posts')
      .select(['id', 'url', 'title', 'text'])
      .where('id', '>', id)
      .orderBy('id')
      .limit(limit)
      .execute();
  yield* keysetPages(pageSize, readAfter, (row) => row.id);
}
