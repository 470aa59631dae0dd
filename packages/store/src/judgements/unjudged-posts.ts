import type { ModelName, Post } from '@marsad/records';
import { keysetPages } from '../keyset-pages.js';
import { postOf } from '../posts.js';
import type { Reading } from '../tables.js';

/**
 * The posts that this model, in this version, has neither judged nor given up on, in pages ordered by id. Verdicts may
 * be saved between two pages.
 */
export async function* unjudgedPosts(db: Reading, model: ModelName, pageSize: number): AsyncGenerator<Post[]> {
  const readAfter = (id: string, limit: number) =>
    db
      .selectFrom('posts')
      .selectAll('posts')
      .where('posts.id', '>', id)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('judgements')
              .select('judgements.post_id')
              .whereRef('judgements.post_id', '=', 'posts.id')
              .where('judgements.model_name', '=', model.name)
              .where('judgements.model_version', '=', model.version),
          ),
        ),
      )
      .orderBy('posts.id')
      .limit(limit)
      .execute();
  for await (const page of keysetPages(pageSize, readAfter, (row) => row.id)) yield page.map(postOf);
}
