import type { Block, ProtectionRules } from '@marsad/records';
import { tallyPosts } from '../../tally/tally-posts.js';
import { blocksOf } from '../blocks-of.js';
import type { Recovered } from './attack-margins.js';
import { attackSurges, type SurgeView, type TellSurges } from './attack-surges.js';
import { surgingCity } from './surging-city.js';

/** Before these weeks a city has no usual that a surge could exceed. */
const WEEKS_TO_LEARN = 8;

/**
 * The attack by surges on one invented city that has some, over a snapshot a week.
 * @param seed of the city
 * @param snapshots weeks after those from which the city learns what is usual
 * @param tell what says which weeks surged
 */
export const attackSurgingCity = async (
  seed: number,
  snapshots: number,
  rules: ProtectionRules,
  tell: TellSurges,
): Promise<Recovered> => {
  const { posts, areas, weeks } = surgingCity(seed, WEEKS_TO_LEARN + snapshots);
  const views: SurgeView[] = [];
  let published: Block[] = [];
  for (let week = 0; week < weeks.length; week += 1) {
    const known = posts.flatMap(({ post, knownFrom }) => (knownFrom <= week ? [post] : []));
    const batches = async function* () {
      yield known;
    };
    const tallied = await tallyPosts(batches(), { areas });
    published = blocksOf(tallied, rules, { published });
    if (week >= WEEKS_TO_LEARN) views.push({ blocks: published, posts: known, tallied });
  }
  return attackSurges(views, areas, rules, tell);
};
