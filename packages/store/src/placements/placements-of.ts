import { type Placement, placement } from '@marsad/records';
import { inChunks } from '../in-chunks.js';
import { storedAmong } from '../posts.js';
import type { Reading } from '../tables.js';

/**
 * Where these posts were placed, and what each place was chosen from, in the order in which they were placed.
 * @returns by post id; nothing for a post that is not stored, an empty list for one that has no placement
 * @throws {ZodError} when a row holds what no program of ours wrote
 */
export const placementsOf = async (db: Reading, ids: readonly string[]): Promise<Map<string, Placement[]>> => {
  const stored = await storedAmong(db, ids);
  const found = new Map([...stored].map((id): [string, Placement[]] => [id, []]));
  for (const chunk of inChunks([...stored])) {
    const rows = await db
      .selectFrom('placements')
      .selectAll()
      .where('post_id', 'in', chunk)
      .orderBy('post_id')
      .orderBy('position')
      .execute();
    for (const { post_id, area_id, rung, weight, candidates } of rows)
      found
        .get(post_id)
        ?.push(placement.parse({ postId: post_id, areaId: area_id, rung, weight, candidates: JSON.parse(candidates) }));
  }
  return found;
};
