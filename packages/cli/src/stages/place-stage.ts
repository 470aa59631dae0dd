import { openGazetteer, openPlacer } from '@marsad/observatory';
import { DropCounter, type StageReport } from '@marsad/records';
import { loadPlaces } from '../project/load-places.js';
import { type StageContext, timed } from './stage-context.js';

/** Posts that the current places have not placed → placements in the store. */
export const placeStage = async ({ project, effects, onProgress, signal }: StageContext): Promise<StageReport> => {
  const { areas, gazetteer } = await loadPlaces(project.city);
  const sources = await project.store.sources();
  const cityNames = Object.values(project.city.config.names).filter((name) => name !== undefined);
  const placer = openPlacer({
    areas,
    gazetteer: openGazetteer(gazetteer, { cityNames }),
    homes: Object.fromEntries(sources.map(({ id, home }) => [id, home])),
    cityNames,
  });
  const dropped = new DropCounter();
  let taken = 0;
  const { seconds } = await timed(effects.clock, async () => {
    for await (const posts of project.store.unplacedPosts(placer.version)) {
      signal?.throwIfAborted();
      const placements = placer.place(posts);
      await project.store.savePlacements(
        posts.map(({ id }) => id),
        placements,
        placer.version,
      );
      taken += posts.length;
      const inNeighbourhood = new Set(placements.filter(({ areaId }) => areaId !== null).map(({ postId }) => postId))
        .size;
      dropped.add('city-as-a-whole', posts.length - inNeighbourhood);
      onProgress({ stage: 'place', done: taken });
    }
  });
  return { name: 'place', in: taken, out: taken - dropped.total, dropped: dropped.toJSON(), seconds };
};
