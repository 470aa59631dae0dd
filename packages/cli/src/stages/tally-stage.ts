import { blocksOf, estimateBlocks, toldOutcome } from '@marsad/observatory';
import { DropCounter, type StageReport, weekOf } from '@marsad/records';
import { loadPlaces } from '../project/load-places.js';
import { type Correction, correctionsOf } from './corrections.js';
import { countPosts } from './count-posts.js';
import { postLabels } from './post-labels.js';
import { type StageContext, timed } from './stage-context.js';

export interface TallyResult {
  stage: StageReport;
  /** by how much people's labels move the figures; empty without labels */
  corrections: Correction[];
}

/**
 * Verdicts and placements → tallies, the blocks that pass the publish gate, estimates beside their counts where people have
 * labelled posts, and one outcome for every post.
 */
export const tallyStage = async ({ project, effects, onProgress }: StageContext): Promise<TallyResult> => {
  const { store, city } = project;
  const { areas } = await loadPlaces(city);
  const dropped = new DropCounter();
  const before = await store.blocks();
  const { result, seconds } = await timed(effects.clock, async () => {
    await store.electOriginals();
    const blocks = await countPosts(store, {
      areas,
      blocksFrom: async (tallied, posts) => {
        const counts = blocksOf(tallied, city.config.protection, {
          published: before,
          openFrom: weekOf(effects.clock().toISOString()),
        });
        return estimateBlocks(counts, posts, postLabels(await store.labelledPosts()));
      },
      onProgress,
    });
    const ended = await store.counts();
    for (const [outcome, number] of Object.entries(ended.outcomes))
      if (!outcome.startsWith('published')) dropped.add(toldOutcome(outcome), number);
    return { posts: ended.posts, corrections: correctionsOf(before, blocks) };
  });
  const { posts, corrections } = result;
  return {
    stage: { name: 'tally', in: posts, out: posts - dropped.total, dropped: dropped.toJSON(), seconds },
    corrections,
  };
};
