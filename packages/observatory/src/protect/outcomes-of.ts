import { type Block, MarsadError, type PostOutcomeRow } from '@marsad/records';
import { periodsBy } from '../tally/period.js';
import { isElsewhere, type PlacedPost } from '../tally/placed-post.js';

type BlockAt = (area: string, week: string | null) => Block;

interface BlocksOfArea {
  blocks: Block[];
  found: Map<string | null, Block>;
}

/** Finds the block of an area and week (null: undated); what was found once is kept, since a million posts ask. */
export const blockFinder = (blocks: readonly Block[]): BlockAt => {
  const byArea = new Map<string, BlocksOfArea>();
  for (const block of blocks) {
    if (block.area === null) continue;
    const list: BlocksOfArea = byArea.get(block.area) ?? { blocks: [], found: new Map() };
    list.blocks.push(block);
    byArea.set(block.area, list);
  }
  return (area, week) => {
    const ofArea = byArea.get(area);
    const before = ofArea?.found.get(week);
    if (before) return before;
    const found = ofArea?.blocks.find(({ weeks }) =>
      weeks === null || week === null ? weeks === week : weeks[0] <= week && week <= weeks[1],
    );
    if (found) {
      ofArea?.found.set(week, found);
      return found;
    }
    throw new MarsadError('blocks-out-of-date', `area ${area}, week ${week ?? 'undated'}: no block covers it`, {
      remedy: 'The blocks were made from other posts: run `marsad tally` again.',
    });
  };
};

type Ending = Omit<PostOutcomeRow, 'postId'>;
type PeriodOf = ReturnType<typeof periodsBy>;

const NOWHERE: readonly string[] = [];
const NOT_OF_THE_CITY: Ending = { outcome: 'outside', reason: 'not-of-the-city' };
const NO_NEIGHBOURHOOD: Ending = { outcome: 'outside', reason: 'no-neighbourhood-named' };
const PUBLISHED: Ending = { outcome: 'published', reason: null };

/** The areas of a post, each once, sorted. Most posts have one placement, which needs no list of its own. */
const areasOf = ({ placements }: PlacedPost): readonly string[] => {
  const [first] = placements;
  if (first === undefined || (placements.length === 1 && first.areaId === null)) return NOWHERE;
  if (placements.length === 1 && first.areaId !== null) return [first.areaId];
  return [...new Set(placements.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))].sort();
};

const outcomeOf = (post: PlacedPost, blockAt: BlockAt, periodOf: PeriodOf): PostOutcomeRow => {
  const { postId } = post;
  if (post.verdict === null) return { postId, outcome: 'undetermined', reason: post.undetermined ?? 'not-judged' };
  const { outcome, reason } = outcomeByPlace(post, blockAt, periodOf);
  return { postId, outcome, reason: post.copyOf === null ? reason : 'copy' };
};

const outcomeByPlace = (post: PlacedPost, blockAt: BlockAt, periodOf: PeriodOf): Ending => {
  if (isElsewhere(post)) return NOT_OF_THE_CITY;
  const areas = areasOf(post);
  if (areas.length === 0) return NO_NEIGHBOURHOOD;
  const week = post.publishedAt === null ? null : periodOf(post.publishedAt);
  let reason: string | null = null;
  for (const area of areas) {
    const block = blockAt(area, week);
    if (block.status === 'shown') return PUBLISHED;
    reason ??= block.reason;
  }
  return { outcome: 'suppressed', reason };
};

/** The same as `outcomesOf`, batch by batch as the posts come. */
export const outcomeBatches = async function* (
  placed: AsyncIterable<readonly PlacedPost[]>,
  blocks: readonly Block[],
): AsyncGenerator<PostOutcomeRow[]> {
  const blockAt = blockFinder(blocks);
  const periodOf = periodsBy('week');
  for await (const posts of placed) yield posts.map((post) => outcomeOf(post, blockAt, periodOf));
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
  for await (const batch of outcomeBatches(placed, blocks)) yield* batch;
};
