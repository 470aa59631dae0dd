import type { Placement } from '@marsad/records';
import { inChunks } from '../in-chunks.js';
import { markTallyStale } from '../marks.js';
import { storedAmong } from '../posts.js';
import type { PlacementRow, Writing } from '../tables.js';

/**
 * Keeps the placements of these posts in place of all earlier ones, and notes that this version placed them, also those
 * that got no placement. Posts that an edit has removed since they were read are passed over.
 * @returns how many posts were placed
 * @throws {RangeError} when a placement is of a post that `postIds` does not name
 */
export const savePlacements = async (
  trx: Writing,
  postIds: readonly string[],
  placements: readonly Placement[],
  placerVersion: string,
): Promise<number> => {
  const named = new Set(postIds);
  const stranger = placements.find(({ postId }) => !named.has(postId));
  if (stranger)
    throw new RangeError(`expected placements of the ${named.size} named posts, got one of ${stranger.postId}`);

  const stored = await storedAmong(trx, [...named]);
  const ids = [...stored];
  for (const chunk of inChunks(ids)) {
    await trx.deleteFrom('placements').where('post_id', 'in', chunk).execute();
    await trx
      .insertInto('placings')
      .values(chunk.map((id) => ({ post_id: id, placer_version: placerVersion })))
      .onConflict((conflict) => conflict.column('post_id').doUpdateSet({ placer_version: placerVersion }))
      .execute();
  }

  const positions = new Map<string, number>();
  const rows: PlacementRow[] = [];
  for (const { postId, areaId, rung, weight, candidates } of placements) {
    if (!stored.has(postId)) continue;
    const position = positions.get(postId) ?? 0;
    positions.set(postId, position + 1);
    rows.push({ post_id: postId, position, area_id: areaId, rung, weight, candidates: JSON.stringify(candidates) });
  }
  for (const chunk of inChunks(rows)) await trx.insertInto('placements').values(chunk).execute();
  if (ids.length > 0) await markTallyStale(trx);
  return ids.length;
};
