import { blocksOf, estimateBlocks, outcomesOf, tallyPosts } from '@marsad/observatory';
import { DropCounter, type OnProgress, type PostOutcomeRow, type StageReport } from '@marsad/records';
import { loadPlaces } from '../project/load-places.js';
import { type Correction, correctionsOf } from './corrections.js';
import { postLabels } from './post-labels.js';
import { type StageContext, timed } from './stage-context.js';

const BATCH = 1000;

/** Gathers outcomes into batches for the store, counting on the way why a post is not in a published block. */
async function* counted(
  rows: AsyncIterable<PostOutcomeRow>,
  dropped: DropCounter,
  onProgress: OnProgress,
): AsyncGenerator<PostOutcomeRow[]> {
  let batch: PostOutcomeRow[] = [];
  let done = 0;
  for await (const row of rows) {
    if (row.outcome !== 'published') dropped.add(row.reason === null ? row.outcome : `${row.outcome}:${row.reason}`);
    batch.push(row);
    if (batch.length < BATCH) continue;
    done += batch.length;
    yield batch;
    onProgress({ stage: 'tally', done });
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

export interface TallyResult {
  stage: StageReport;
  /** by how much people's labels move the figures; empty without labels */
  corrections: Correction[];
}

/**
 * Verdicts and placements → tallies, the blocks that pass the publish gate, estimates beside their counts where people have
 * labelled posts, and one outcome for every post. All of it is made anew, so that a post which was erased or judged again
 * leaves no trace in the figures.
 */
export const tallyStage = async ({ project, effects, onProgress }: StageContext): Promise<TallyResult> => {
  const { store, city } = project;
  const { areas } = await loadPlaces(city);
  const dropped = new DropCounter();
  const before = await store.blocks();
  const { result, seconds } = await timed(effects.clock, async () => {
    await store.electOriginals();
    const tallied = await tallyPosts(store.placedPosts(), { areas });
    const counts = blocksOf(tallied, city.config.protection);
    const labels = postLabels(await store.labelledPosts());
    const blocks = await estimateBlocks(counts, () => store.placedPosts(), labels);
    await store.replaceBlocks(blocks);
    const posts = await store.replaceOutcomes(counted(outcomesOf(store.placedPosts(), blocks), dropped, onProgress));
    return { posts, corrections: correctionsOf(before, blocks) };
  });
  const { posts, corrections } = result;
  return {
    stage: { name: 'tally', in: posts, out: posts - dropped.total, dropped: dropped.toJSON(), seconds },
    corrections,
  };
};
