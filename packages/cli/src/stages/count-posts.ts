import {
  countedAs,
  endingsOf,
  keepCells,
  NO_ENDINGS,
  outcomeBatches,
  type Tallied,
  tallyPosts,
} from '@marsad/observatory';
import type { AreaCollection, Block, Findings, GateMemory, OnProgress, PostOutcomeRow } from '@marsad/records';
import type { CountedWeek, PackedPosts, Store } from '@marsad/store';

export interface CountOptions {
  areas: AreaCollection;
  /** Makes the blocks of a tally. */
  blocksFrom: (tallied: Tallied) => Promise<Block[]>;
  /** Says what is to be said beyond single blocks; nothing when left out. */
  findingsFrom?: (blocks: readonly Block[], tallied: Tallied) => Promise<Findings>;
  /** Says what the publish gate must remember beside the blocks; what it remembered before, when left out. */
  memoryFrom?: (blocks: readonly Block[], findings: Findings | undefined) => GateMemory;
  onProgress: OnProgress;
}

/** The outcomes of several lots of posts, telling on the way how many there are. */
async function* outcomes(
  lots: readonly PackedPosts[],
  blocks: readonly Block[],
  onProgress: OnProgress,
): AsyncGenerator<PostOutcomeRow[]> {
  let done = 0;
  for (const lot of lots) {
    for await (const batch of outcomeBatches(lot.byId(), blocks)) {
      yield batch;
      done += batch.length;
      onProgress({ stage: 'tally', done });
    }
  }
}

/**
 * Counts the posts of a store and keeps the blocks and one outcome for every post. Only weeks of which something has changed
 * since the last tally are counted anew, all their posts, so that one which was erased or judged again leaves no trace in
 * the figures; and only posts of those weeks, or of weeks in which another area is shown than before, get another outcome.
 * @returns the blocks
 */
export const countPosts = async (
  store: Pick<Store, 'beginTally' | 'countablePosts' | 'replaceBlocks' | 'replaceOutcomes'>,
  { areas, blocksFrom, findingsFrom, memoryFrom, onProgress }: CountOptions,
): Promise<Block[]> => {
  const { kept, changed } = await store.beginTally(countedAs(areas));
  const posts = await store.countablePosts(changed ?? undefined);
  const keptCells = new Map([...kept].map(([week, { cells }]) => [week, cells]));
  const tallied = await tallyPosts(posts, { areas, kept: keptCells });
  const blocks = await blocksFrom(tallied);
  const findings = await findingsFrom?.(blocks, tallied);
  await store.replaceBlocks(blocks, { findings, memory: memoryFrom?.(blocks, findings) });

  const endings = endingsOf(tallied, blocks);
  const endingsIn = (week: string): string => endings.get(week) ?? NO_ENDINGS;
  const moved = [...kept].filter(([week, before]) => before.endings !== endingsIn(week));
  const others = await store.countablePosts(moved.map(([week]) => week));
  const counted = posts.weeks().map((week): [string, CountedWeek] => {
    return [week, { cells: keepCells(tallied, week), endings: endingsIn(week) }];
  });
  const ended = moved.map(([week, { cells }]): [string, CountedWeek] => [week, { cells, endings: endingsIn(week) }]);
  const weeks = new Map([...counted, ...ended]);
  await store.replaceOutcomes(outcomes([posts, others], blocks, onProgress), {
    countedAs: countedAs(areas),
    changed,
    weeks,
  });
  return blocks;
};
