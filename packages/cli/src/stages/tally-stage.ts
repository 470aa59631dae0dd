import {
  blocksOf,
  cardErrorsOf,
  correctByCard,
  districtsByArea,
  estimateBlocks,
  findingsOf,
  recall,
  remember,
  toldOutcome,
} from '@marsad/observatory';
import { DropCounter, type StageReport, weekOf } from '@marsad/records';
import { loadPlaces } from '../project/load-places.js';
import { type Correction, correctionsOf } from './corrections.js';
import { countPosts } from './count-posts.js';
import { postLabels } from './post-labels.js';
import { type StageContext, timed } from './stage-context.js';

export interface TallyResult {
  stage: StageReport;
  /** by how much people's labels or the model card move the figures; empty without either */
  corrections: Correction[];
}

/**
 * Verdicts and placements → tallies, the blocks that pass the publish gate, estimates beside their counts (by people's labels, or
 * by the error rates of the model's card), and one outcome for every post.
 */
export const tallyStage = async ({ project, effects, onProgress }: StageContext): Promise<TallyResult> => {
  const { store, city } = project;
  const { areas } = await loadPlaces(city);
  const dropped = new DropCounter();
  const before = await store.blocks();
  const ever = recall(
    { blocks: before, districts: (await store.findings()).districts?.blocks ?? [], memory: await store.gateMemory() },
    areas,
  );
  const { result, seconds } = await timed(effects.clock, async () => {
    await store.electOriginals();
    const labels = postLabels(await store.labelledPosts());
    const labelled = await store.countablePostsOf(labels.map(({ postId }) => postId));
    const model = await store.lastModel();
    const card = model === null ? undefined : cardErrorsOf(model);
    const blocks = await countPosts(store, {
      areas,
      blocksFrom: async (tallied) => {
        const counts = blocksOf(tallied, city.config.protection, {
          published: ever.published,
          closed: ever.closed.areas,
          openFrom: weekOf(effects.clock().toISOString()),
          districts: { of: districtsByArea(areas), published: ever.districts },
        });
        const byLabels = await estimateBlocks(counts, tallied, labels, labelled);
        return card === undefined ? byLabels : correctByCard(byLabels, tallied, card);
      },
      findingsFrom: (shown, tallied) =>
        findingsOf(shown, {
          areas,
          tallied,
          labels,
          labelled,
          card,
          rules: city.config.protection,
          publishedDistricts: ever.districts,
          closedDistricts: ever.closed.districts,
        }),
      memoryFrom: (shown, findings) =>
        remember(ever, { blocks: shown, districts: findings?.districts?.blocks ?? [] }, areas),
      onProgress,
    });
    const ended = await store.counts();
    for (const [outcome, number] of Object.entries(ended.outcomes))
      if (!outcome.startsWith('published')) dropped.add(toldOutcome(outcome), number);
    return { posts: ended.posts, corrections: correctionsOf(before, blocks, labels.length) };
  });
  const { posts, corrections } = result;
  return {
    stage: { name: 'tally', in: posts, out: posts - dropped.total, dropped: dropped.toJSON(), seconds },
    corrections,
  };
};
