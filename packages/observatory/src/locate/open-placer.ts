import { type AreaCollection, contentId, InputError, type Placement, type Post } from '@marsad/records';
import { bbox } from '@turf/turf';
import { indexAreas } from '../areas/index-areas.js';
import type { Gazetteer } from '../gazetteer/open-gazetteer.js';
import { wordsOf } from '../gazetteer/words.js';
import { LADDER } from './ladder.js';
import type { World } from './world.js';

/** Raised whenever the code places a post differently, so that posts are placed again. */
const CODE_VERSION = '3';

export interface Placer {
  /** equal only for the same areas, gazetteer, homes and code: posts placed under another version are placed again */
  version: string;
  /** One or more placements for every post, in the order of the posts, then by area. The weights of a post add up to 1. */
  place(posts: readonly Post[]): Placement[];
}

const spelled = (name: string): string =>
  wordsOf(name)
    .map(({ folded }) => folded)
    .join(' ');

/** West, south, east, north of all areas. */
const boxOf = (areas: AreaCollection): World['box'] => {
  const [west, south, east, north] = bbox(areas);
  return [west, south, east, north];
};

const placeOne = (post: Post, world: World): Placement[] => {
  let candidates: string[] = [];
  for (const { rung, find } of LADDER) {
    const answer = find(post, world);
    const weight = 1 / answer.areas.length;
    if (answer.areas.length > 0)
      return answer.areas.map((areaId) => ({
        postId: post.id,
        areaId,
        rung,
        weight,
        candidates: answer.chosenFrom?.get(areaId) ?? (answer.areas.length > 1 ? [areaId] : answer.candidates),
      }));
    if (candidates.length === 0) candidates = answer.candidates;
    if (answer.elsewhere) return [{ postId: post.id, areaId: null, rung, weight: 1, candidates }];
  }
  return [{ postId: post.id, areaId: null, rung: 'city', weight: 1, candidates }];
};

/**
 * Opens the ladder of placement for a city.
 * @param options.homes neighbourhood of a source, or null, by source id
 * @param options.cityNames names of the city itself: they never mean a neighbourhood that is called the same
 * @throws InputError for a home that is no area
 */
export const openPlacer = (options: {
  areas: AreaCollection;
  gazetteer: Gazetteer;
  homes: Readonly<Record<string, string | null>>;
  cityNames: readonly string[];
}): Placer => {
  const { areas, gazetteer } = options;
  const known = new Set(areas.features.map(({ id }) => id));
  const homes = new Map<string, string>();
  for (const [source, home] of Object.entries(options.homes)) {
    if (home === null) continue;
    if (!known.has(home))
      throw new InputError('unknown-area', `source ${source}: home: expected the id of a neighbourhood, got ${home}`);
    homes.set(source, home);
  }
  const cityNames = new Set(options.cityNames.map(spelled));
  const world: World = {
    areas: indexAreas(areas),
    box: boxOf(areas),
    gazetteer,
    homes,
    isCityName: (name) => cityNames.has(spelled(name)),
  };
  const version = contentId(
    'placer',
    CODE_VERSION,
    ...areas.features.map(({ id, geometry }) => JSON.stringify([id, geometry])).sort(),
    gazetteer.version,
    JSON.stringify([...homes].map(([source, home]) => `${source} ${home}`).sort()),
    JSON.stringify([...cityNames].sort()),
  );
  return { version, place: (posts) => posts.flatMap((post) => placeOne(post, world)) };
};
