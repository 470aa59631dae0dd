import { contentId, nextWeek, weekStart } from '@marsad/records';
import { seededRandom } from '../../estimate/seeded-random.js';
import type { PlacedPost } from '../../tally/placed-post.js';
import { type SyntheticCity, squareAreas } from './synthetic-city.js';

const CALM_WEEKS = 9;
const LANGUAGES = ['ara', 'fra', 'eng'];

/**
 * A city in which surges happen: weeks with more flagged posts than usual, one in a hundred of them late, in areas that are loud
 * enough that the city is told in blocks of several weeks. In every third city nothing is flagged before the first surge, and surges are small, so that they
 * only just set off an alert: there an alert tells the most.
 * @param seed the same seed gives the same city
 * @param weeks how many weeks, one snapshot after each
 */
export const surgingCity = (seed: number, weeks: number): SyntheticCity => {
  const random = seededRandom(seed);
  const pick = (size: number): number => Math.min(size - 1, Math.floor(random.uniform() * size));
  const areas = Array.from({ length: 3 + pick(3) }, (_, at) => `area-${String(at).padStart(2, '0')}`);
  const unplaced = 5 + pick(10);
  const inAreas = areas.map(() => 4 + pick(14));
  const usual = seed % 3 === 0 ? 0 : 1 + pick(10);
  const sources = 4 + pick(4);
  const names: string[] = ['2026-W01'];
  while (names.length < weeks) names.push(nextWeek(names.at(-1) ?? '2026-W01'));
  /** a source that comes late in every other city: what it says sets off nothing at first */
  const newFrom = seed % 2 === 0 ? CALM_WEEKS + pick(6) : weeks;

  const posts: SyntheticCity['posts'] = [];
  for (const [at, week] of names.entries()) {
    const isSurge = at >= CALM_WEEKS && random.uniform() < 0.3;
    const flagged = isSurge ? 10 + pick(8) + usual * (1 + pick(3)) : usual === 0 ? 0 : pick(2 * usual + 1);
    const places = [
      ...Array.from({ length: unplaced }, () => null),
      ...areas.flatMap((area, index) => Array.from({ length: inAreas[index] ?? 0 }, () => area)),
    ];
    const chosen = new Float64Array(places.length).map((_, index) => index);
    random.shuffle(chosen);
    const isFlagged = new Set(chosen.slice(0, flagged));
    for (const [index, area] of places.entries()) {
      const source = at >= newFrom && random.uniform() < 0.3 ? 'new' : pick(sources);
      posts.push({
        knownFrom: at + (random.uniform() < 0.01 ? 1 + pick(4) : 0),
        post: {
          postId: contentId('post', 'surging', String(seed), String(posts.length)),
          sourceId: `source-${source}`,
          permission: 'public-web',
          authorHash: contentId('author', `${source} ${Math.floor(40 * random.uniform() ** 1.5)}`),
          publishedAt: new Date(weekStart(week) + 43_200_000).toISOString(),
          copyOf: null,
          verdict: {
            language: LANGUAGES[pick(LANGUAGES.length)] ?? 'ara',
            stance: 'endorsing',
            signals: isFlagged.has(index)
              ? [{ code: 'hate', probability: 0.9, severity: 1 + pick(5), targets: ['gender'] }]
              : [],
            probabilities: { hate: 0.1, extremism: 0.1, polarisation: 0.1, offensive: 0.1, bridging: 0.1 },
          },
          undetermined: null,
          placements: [
            area === null ? { areaId: null, rung: 'city', weight: 1 } : { areaId: area, rung: 'mention', weight: 1 },
          ] satisfies PlacedPost['placements'],
        },
      });
    }
  }
  return { posts, weeks: names, areas: squareAreas(areas, 2) };
};
