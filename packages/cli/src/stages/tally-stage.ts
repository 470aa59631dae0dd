import { blocksOf, outcomesOf, tallyPosts } from '@marsad/observatory';
import { DropCounter, type PostOutcomeRow, type StageReport } from '@marsad/records';
import { loadPlaces } from '../project/load-places.js';
import { type StageContext, timed } from './stage-context.js';

/**
 * Verdicts and placements → tallies, the blocks that pass the publish gate, and one outcome for every post. All of it
 * is made anew, so that a post which was erased or judged again leaves no trace in the figures.
 */
export const tallyStage = async ({ project, effects, onProgress }: StageContext): Promise<StageReport> => {
  const { store, city } = project;
  const { areas } = await loadPlaces(city);
  const dropped = new DropCounter();
  let taken = 0;
  const { seconds } = await timed(effects.clock, async () => {
    const tallied = await tallyPosts(store.placedPosts(), { areas });
    const blocks = blocksOf(tallied, city.config.protection);
    await store.replaceTallies(tallied.tallies);
    await store.replaceBlocks(blocks);
    const counted = async function* (rows: AsyncIterable<PostOutcomeRow>): AsyncIterable<PostOutcomeRow> {
      for await (const row of rows) {
        taken += 1;
        if (row.outcome !== 'published')
          dropped.add(row.reason === null ? row.outcome : `${row.outcome}:${row.reason}`);
        if (taken % 1000 === 0) onProgress({ stage: 'tally', done: taken });
        yield row;
      }
    };
    await store.replaceOutcomes(counted(outcomesOf(store.placedPosts(), blocks)));
  });
  return { name: 'tally', in: taken, out: taken - dropped.total, dropped: dropped.toJSON(), seconds };
};
