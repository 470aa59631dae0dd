import { type AreaCollection, contentId, nextWeek, SIGNALS, type Target, weekStart } from '@marsad/records';
import { seededRandom } from '../../estimate/seeded-random.js';
import type { PlacedPost } from '../../tally/placed-post.js';

/** A city that never was: its areas, and its posts with the snapshot (0 …) in which each is first known. */
export interface SyntheticCity {
  areas: AreaCollection;
  posts: { post: PlacedPost; knownFrom: number }[];
  weeks: string[];
}

/** Areas of one degree each in a row, in so many districts by turns. */
export const squareAreas = (ids: readonly string[], districts: number): AreaCollection =>
  ({
    type: 'FeatureCollection',
    features: ids.map((id, at) => ({
      type: 'Feature',
      id,
      properties: { names: { en: id }, district: `district-${at % districts}`, population: null },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [at, 0],
            [at + 1, 0],
            [at + 1, 1],
            [at, 1],
            [at, 0],
          ],
        ],
      },
    })),
  }) as AreaCollection;

const LANGUAGES = ['ara', 'fra', 'eng', 'amz'];
/** By turns, so that no draw is spent on them: most name their neighbourhood, some stand where their source is at home. */
const RUNGS_OF_POSTS = [
  'mention',
  'mention',
  'source-home',
  'mention',
  'mention',
  'mention',
  'place-tag',
  'mention',
  'source-home',
  'mention',
  'coordinates',
] as const;

/** By turns too: what flagged posts are against, and how severe they are. */
const ASPECTS: readonly { severity: number; targets: Target[] }[] = [
  { severity: 3, targets: ['gender'] },
  { severity: 2, targets: ['race-ethnicity'] },
  { severity: 4, targets: ['gender', 'race-ethnicity'] },
  { severity: 3, targets: ['gender'] },
  { severity: 5, targets: ['anti-muslim'] },
  { severity: 1, targets: [] },
  { severity: 2, targets: ['gender'] },
];

/**
 * Posts week by week over areas of very different size, from few sources and authors of very different zeal, in one
 * neighbourhood each or in none. In cities of odd seed, one post in fifteen comes to be known only weeks after it was
 * published. Areas lie in two to four districts. In every fifth city two posts in five carry the same signal. Every third is a small town of loud neighbourhoods and a quiet one, where little names none: the easiest to attack.
 * @param seed the same seed gives the same city
 * @param weeks how many weeks, one snapshot after each
 */
export const syntheticCity = (seed: number, weeks: number): SyntheticCity => {
  const random = seededRandom(seed);
  const pick = (size: number): number => Math.min(size - 1, Math.floor(random.uniform() * size));
  const isTown = seed % 3 === 0;
  const isLoud = seed % 5 === 0;
  const areaCount = isTown ? 3 + pick(3) : 4 + pick(10);
  const areas = Array.from({ length: areaCount }, (_, at) => `area-${String(at).padStart(2, '0')}`);
  const districts = isTown ? 2 : 2 + (seed % 3);
  /** posts a week: a few big areas, many small ones, some nearly silent */
  const loudness = areas.map((_, at) =>
    isTown ? (at === 0 ? 0.5 : 12 + 10 * random.uniform()) : 0.2 + 14 * random.uniform() ** 3,
  );
  const unplaced = (isTown ? 6 : 30) * random.uniform() ** 2;
  const sources = 3 + pick(6);
  const lateShare = seed % 2 === 1 ? 1 / 15 : 0;
  const names: string[] = ['2026-W01'];
  while (names.length < weeks) names.push(nextWeek(names.at(-1) ?? '2026-W01'));

  const posts: SyntheticCity['posts'] = [];
  const add = (area: string | null, at: number): void => {
    const source = pick(sources);
    const author = Math.floor(25 * random.uniform() ** 2);
    const drawnSignal = SIGNALS[pick(SIGNALS.length)] ?? 'hate';
    const signal = isLoud ? 'hate' : drawnSignal;
    const flagged = random.uniform() < (isLoud ? 0.4 : 0.2);
    const late = random.uniform() < lateShare ? 1 + pick(4) : 0;
    posts.push({
      knownFrom: at + late,
      post: {
        postId: contentId('post', String(seed), String(posts.length)),
        sourceId: `source-${source}`,
        permission: 'public-web',
        authorHash: contentId('author', `${source} ${author}`),
        publishedAt: new Date(weekStart(names[at] ?? '2026-W01') + 43_200_000).toISOString(),
        copyOf: null,
        verdict: {
          language: LANGUAGES[Math.floor(LANGUAGES.length * random.uniform() ** 2)] ?? 'ara',
          stance: random.uniform() < 0.7 ? 'endorsing' : 'unclear',
          signals: flagged
            ? [{ code: signal, probability: 0.9, targets: [], ...ASPECTS[posts.length % ASPECTS.length] }]
            : [],
          probabilities: { hate: 0.1, extremism: 0.1, polarisation: 0.1, offensive: 0.1, bridging: 0.1 },
        },
        undetermined: null,
        placements: [
          area === null
            ? { areaId: null, rung: 'city', weight: 1 }
            : { areaId: area, rung: RUNGS_OF_POSTS[posts.length % RUNGS_OF_POSTS.length] ?? 'mention', weight: 1 },
        ],
      },
    });
  };
  const drawn = (mean: number): number => {
    // Knuth's way to a Poisson number
    const limit = Math.exp(-mean);
    let product = random.uniform();
    let number = 0;
    while (product > limit) {
      product *= random.uniform();
      number += 1;
    }
    return number;
  };
  for (let at = 0; at < weeks; at += 1) {
    for (const [index, area] of areas.entries())
      for (let left = drawn(loudness[index] ?? 1); left > 0; left -= 1) add(area, at);
    for (let left = drawn(unplaced); left > 0; left -= 1) add(null, at);
  }
  return {
    posts,
    weeks: names,
    areas: squareAreas(areas, districts),
  };
};
