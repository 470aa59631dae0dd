import type { AreaCollection, Block, PostOutcomeRow, ProtectionRules } from '@marsad/records';
import { blocksOf } from './protect/blocks-of.js';
import { outcomesOf } from './protect/outcomes-of.js';
import type { PlacedPost } from './tally/placed-post.js';
import { type Tallied, tallyPosts } from './tally/tally-posts.js';

export interface Observation extends Tallied {
  blocks: Block[];
  /** Where every post ended; reads the posts a second time. */
  outcomes(): AsyncGenerator<PostOutcomeRow>;
}

/**
 * The steps from placed posts to what may be published, in order. Before it, `openPlacer` gives every post its places;
 * after it, `buildSnapshot` and `writeSnapshot` make the data package.
 * @param placed gives the same posts each time it is called
 * @throws InputError for rules below the floor, or a placement in an unknown area
 */
export const observe = async (
  placed: () => AsyncIterable<readonly PlacedPost[]>,
  { areas, rules = {} }: { areas: AreaCollection; rules?: Partial<ProtectionRules> },
): Promise<Observation> => {
  const tallied = await tallyPosts(placed(), { areas });
  const blocks = blocksOf(tallied, rules);
  return { ...tallied, blocks, outcomes: () => outcomesOf(placed(), blocks) };
};
