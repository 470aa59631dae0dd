import { blocksOf, outcomesOf, tallyPosts } from '@marsad/observatory';
import { DropCounter, type OnProgress, type PostOutcomeRow, type StageReport } from '@marsad/records';
import { loadPlaces } from '../project/load-places.js';
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

/**
 * Verdicts and placements → tallies, the blocks that pass the publish gate, and one outcome for every post. All of it
 * is made anew, so that a post which was erased or judged again leaves no trace in the figures.
 */
export const tallyStage = async ({ project, effects, onProgress }: StageContext): Promise<StageReport> => {
  const { store, city } = project;
  const { areas } = await loadPlaces(city);
  const dropped = new DropCounter();
  const { result: posts, seconds } = await timed(effects.clock, async () => {
    await store.electOriginals();
    const tallied = await tallyPosts(store.placedPosts(), { areas });
    const blocks = blocksOf(tallied, city.config.protection);
    await store.replaceBlocks(blocks);
    return store.replaceOutcomes(counted(outcomesOf(store.placedPosts(), blocks), dropped, onProgress));
  });
  return { name: 'tally', in: posts, out: posts - dropped.total, dropped: dropped.toJSON(), seconds };
};
