import type { Post } from '@marsad/records';
import { keysetPages } from '../keyset-pages.js';
import { postOf } from '../posts.js';
import type { Reading } from '../tables.js';

/**
 * The posts that this version of the placer has not placed yet, in pages ordered by id. Placements may be saved between
 * two pages.
 */
export async function* unplacedPosts(db: Reading, placerVersion: string, pageSize: number): AsyncGenerator<Post[]> {
  const readAfter = (id: string, limit: number) =>
    db
      .selectFrom('posts')
      .selectAll('posts')
      .where('posts.id', '>', id)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('placings')
              .select('placings.post_id')
              .whereRef('placings.post_id', '=', 'posts.id')
              .where('placings.placer_version', '=', placerVersion),
          ),
        ),
      )
      .orderBy('posts.id')
      .limit(limit)
      .execute();
  for await (const page of keysetPages(pageSize, readAfter, (row) => row.id)) yield page.map(postOf);
}
