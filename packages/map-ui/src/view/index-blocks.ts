import type { Block, Signal, Target } from '@marsad/records/snapshot';
import { TARGETS } from '@marsad/records/without-checks';
import { flaggedIn } from './figures.js';

/** The blocks by area (null is the city), in order of time, the undated block last. */
export const indexBlocks = (blocks: readonly Block[]): Map<string | null, Block[]> => {
  const index = new Map<string | null, Block[]>();
  for (const block of blocks) {
    const list = index.get(block.area);
    if (list) list.push(block);
    else index.set(block.area, [block]);
  }
  const time = (block: Block): string => block.weeks?.[0] ?? '~';
  for (const list of index.values()) list.sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  return index;
};

/** The targets for which any shown block holds a post of the signal, in taxonomy order. */
export const targetsWithPosts = (blocks: readonly Block[], signal: Signal): Target[] =>
  TARGETS.filter((target) =>
    blocks.some((block) => block.status === 'shown' && flaggedIn(block.figures, signal, target) > 0),
  );
