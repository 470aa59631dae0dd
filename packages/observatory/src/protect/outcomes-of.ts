import { type Block, MarsadError, type PostOutcomeRow, weekOf } from '@marsad/records';
import { isElsewhere, type PlacedPost } from '../tally/placed-post.js';

type BlockAt = (area: string, week: string | null) => Block;

const finder = (blocks: readonly Block[]): BlockAt => {
  const byArea = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.area === null) continue;
    const list = byArea.get(block.area) ?? [];
    list.push(block);
    byArea.set(block.area, list);
  }
  return (area, week) => {
    const found = byArea
      .get(area)
      ?.find(({ weeks }) => (weeks === null || week === null ? weeks === week : weeks[0] <= week && week <= weeks[1]));
    if (found) return found;
    throw new MarsadError('blocks-out-of-date', `area ${area}, week ${week ?? 'undated'}: no block covers it`, {
      remedy: 'The blocks were made from other posts: run `marsad tally` again.',
    });
  };
};

const outcomeOf = (post: PlacedPost, blockAt: BlockAt): Omit<PostOutcomeRow, 'postId'> => {
  if (post.verdict === null) return { outcome: 'undetermined', reason: post.undetermined ?? 'not-judged' };
  const { outcome, reason } = outcomeByPlace(post, blockAt);
  return { outcome, reason: post.copyOf === null ? reason : 'copy' };
};

const outcomeByPlace = (post: PlacedPost, blockAt: BlockAt): Omit<PostOutcomeRow, 'postId'> => {
  if (isElsewhere(post)) return { outcome: 'outside', reason: 'not-of-the-city' };
  const areas = [...new Set(post.placements.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))].sort();
  if (areas.length === 0) return { outcome: 'outside', reason: 'no-neighbourhood-named' };
  const week = post.publishedAt === null ? null : weekOf(post.publishedAt);
  const reasons: string[] = [];
  for (const area of areas) {
    const block = blockAt(area, week);
    if (block.status === 'shown') return { outcome: 'published', reason: null };
    reasons.push(block.reason);
  }
  return { outcome: 'suppressed', reason: reasons[0] ?? null };
};

/**
 * Where every post ended, in a second pass over the posts that `blocks` were made from: `published` when the block of
 * one of its areas is shown, else `suppressed` with the reason of the first of them; `outside` when it names no
 * neighbourhood (it still counts for the city as a whole) or is not of the city (it counts nowhere); `undetermined` when it has no verdict. A copy ends where its
 * block ends, as reach alone: the reason is `copy`.
 * @throws MarsadError when the blocks do not cover a post
 */
export const outcomesOf = async function* (
  placed: AsyncIterable<readonly PlacedPost[]>,
  blocks: readonly Block[],
): AsyncGenerator<PostOutcomeRow> {
  const blockAt = finder(blocks);
  for await (const posts of placed) {
    for (const post of posts) yield { postId: post.postId, ...outcomeOf(post, blockAt) };
  }
};
