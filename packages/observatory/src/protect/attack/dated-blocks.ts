import { type Block, type IsoWeek, nextWeek } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';

/** A shown block with weeks. */
export type DatedBlock = ShownBlock & { weeks: [IsoWeek, IsoWeek] };

/** Whether a block is shown and has weeks. */
export const isDated = (block: Block): block is DatedBlock => block.status === 'shown' && block.weeks !== null;

/** Shown blocks with weeks. */
export const datedBlocks = (blocks: readonly Block[]): DatedBlock[] => blocks.filter(isDated);

/** All runs of blocks, given in order of time, that follow one another without a gap. */
export const runsOf = (blocks: readonly DatedBlock[]): DatedBlock[][] =>
  blocks.flatMap((_, start) => {
    const runs: DatedBlock[][] = [];
    const run: DatedBlock[] = [];
    for (const block of blocks.slice(start)) {
      const before = run.at(-1);
      if (before && nextWeek(before.weeks[1]) !== block.weeks[0]) break;
      run.push(block);
      runs.push([...run]);
    }
    return runs;
  });
