import {
  type Permission,
  permission,
  type Rung,
  rungCode,
  type SignalFound,
  type Stance,
  type Verdict,
} from '@marsad/records';
import { keysetPages } from '../keyset-pages.js';
import type { Database, Reading } from '../tables.js';
import { readJudgement } from './read-judgement.js';

/** All that the tally needs to know of one stored post; its text and the evidence stay in the store. */
export interface PlacedPost {
  postId: string;
  sourceId: string;
  locator: string;
  permission: Permission;
  authorHash: string | null;
  /** ISO 8601 in UTC; null when the time is not known */
  publishedAt: string | null;
  /** null when the post was not judged, or could not be */
  verdict: {
    /** ISO 639-3 */
    language: string;
    signals: SignalFound[];
    stance: Stance;
    probabilities: Verdict['probabilities'];
  } | null;
  /** id of the post of which this one is a lightly changed copy; null for an original */
  copyOf: string | null;
  /** why the classifier could not judge it */
  undetermined: string | null;
  placements: { areaId: string | null; rung: Rung; weight: number }[];
}

const readRows = (db: Reading, after: string, limit: number) =>
  db
    .selectFrom('posts')
    .leftJoin('judgements', 'judgements.post_id', 'posts.id')
    .select([
      'posts.id',
      'posts.source_id',
      'posts.locator',
      'posts.permission',
      'posts.author_hash',
      'posts.published_at',
      'posts.copy_of',
      'judgements.undetermined',
      'judgements.language',
      'judgements.signals',
      'judgements.stance',
      'judgements.probabilities',
    ])
    .where('posts.id', '>', after)
    .orderBy('posts.id')
    .limit(limit)
    .execute();

const readPage = async (db: Database, after: string, limit: number): Promise<PlacedPost[]> =>
  // One transaction, so that the placements are those of the posts just read.
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const rows = await readRows(trx, after, limit);
      const last = rows.at(-1);
      if (last === undefined) return [];
      const placements = await trx
        .selectFrom('placements')
        .select(['post_id', 'area_id', 'rung', 'weight'])
        .where('post_id', '>', after)
        .where('post_id', '<=', last.id)
        .orderBy('post_id')
        .orderBy('position')
        .execute();
      const byPost = new Map<string, PlacedPost['placements']>();
      for (const { post_id, area_id, rung, weight } of placements) {
        const place = { areaId: area_id, rung: rungCode.parse(rung), weight };
        const list = byPost.get(post_id);
        if (list) list.push(place);
        else byPost.set(post_id, [place]);
      }
      return rows.map((row) => ({
        postId: row.id,
        sourceId: row.source_id,
        locator: row.locator,
        permission: permission.parse(row.permission),
        authorHash: row.author_hash,
        publishedAt: row.published_at,
        copyOf: row.copy_of,
        verdict: readJudgement(row),
        undetermined: row.undetermined,
        placements: byPost.get(row.id) ?? [],
      }));
    });

/** Every stored post once, in pages ordered by id, with its verdict and its placements. */
export const placedPosts = (db: Database, pageSize: number): AsyncGenerator<PlacedPost[]> =>
  keysetPages(
    pageSize,
    (after, limit) => readPage(db, after, limit),
    ({ postId }) => postId,
  );
