import {
  blocksOf,
  COUNTED_AS,
  endingsOf,
  estimateBlocks,
  keepCells,
  NO_ENDINGS,
  outcomeBatches,
  tallyPosts,
} from '@marsad/observatory';
import {
  type Block,
  DropCounter,
  type OnProgress,
  type PostOutcomeRow,
  type StageReport,
  weekOf,
} from '@marsad/records';
import type { CountedWeek, PackedPosts } from '@marsad/store';
import { loadPlaces } from '../project/load-places.js';
import { type Correction, correctionsOf } from './corrections.js';
import { postLabels } from './post-labels.js';
import { type StageContext, timed } from './stage-context.js';

/** The outcomes of several lots of posts, telling on the way how many there are. */
async function* outcomes(
  lots: readonly PackedPosts[],
  blocks: readonly Block[],
  onProgress: OnProgress,
): AsyncGenerator<PostOutcomeRow[]> {
  let done = 0;
  for (const lot of lots) {
    for await (const batch of outcomeBatches(lot, blocks)) {
      yield batch;
      done += batch.length;
      onProgress({ stage: 'tally', done });
    }
  }
}

export interface TallyResult {
  stage: StageReport;
  /** by how much people's labels move the figures; empty without labels */
  corrections: Correction[];
}

/**
 * Verdicts and placements → tallies, the blocks that pass the publish gate, estimates beside their counts where people have
 * labelled posts, and one outcome for every post. Only weeks of which something has changed since the last tally are counted
 * anew, all their posts, so that one which was erased or judged again leaves no trace in the figures; and only posts of
 * those weeks, or of weeks in which another area is shown than before, get another outcome.
 */
export const tallyStage = async ({ project, effects, onProgress }: StageContext): Promise<TallyResult> => {
  const { store, city } = project;
  const { areas } = await loadPlaces(city);
  const dropped = new DropCounter();
  const before = await store.blocks();
  const { result, seconds } = await timed(effects.clock, async () => {
    await store.electOriginals();
    const { kept, changed } = await store.beginTally(COUNTED_AS);
    const posts = await store.countablePosts(changed ?? undefined);
    const keptCells = new Map([...kept].map(([week, { cells }]) => [week, cells]));
    const tallied = await tallyPosts(posts, { areas, kept: keptCells });
    const counts = blocksOf(tallied, city.config.protection, {
      published: before,
      openFrom: weekOf(effects.clock().toISOString()),
    });
    const labels = postLabels(await store.labelledPosts());
    const blocks = await estimateBlocks(counts, () => (changed === null ? posts : store.placedPosts()), labels);
    await store.replaceBlocks(blocks);

    const endings = endingsOf(tallied, blocks);
    const endingsIn = (week: string): string => endings.get(week) ?? NO_ENDINGS;
    const moved = [...kept].filter(([week, before]) => before.endings !== endingsIn(week));
    const others = await store.countablePosts(moved.map(([week]) => week));
    const weeks = new Map<string, CountedWeek>([
      ...posts
        .weeks()
        .map((week): [string, CountedWeek] => [week, { cells: keepCells(tallied, week), endings: endingsIn(week) }]),
      ...moved.map(([week, { cells }]): [string, CountedWeek] => [week, { cells, endings: endingsIn(week) }]),
    ]);
    await store.replaceOutcomes(outcomes([posts, others], blocks, onProgress), {
      countedAs: COUNTED_AS,
      changed,
      weeks,
    });
    const ended = await store.counts();
    for (const [outcome, number] of Object.entries(ended.outcomes))
      if (!outcome.startsWith('published')) dropped.add(outcome, number);
    return { posts: ended.posts, corrections: correctionsOf(before, blocks) };
  });
  const { posts, corrections } = result;
  return {
    stage: { name: 'tally', in: posts, out: posts - dropped.total, dropped: dropped.toJSON(), seconds },
    corrections,
  };
};
