import type { AreaCurve } from './area-curve.js';
import type { CityRate } from './city-rate.js';
import type { VersusCity } from './estimate.js';
import { benjaminiHochberg } from './false-discovery.js';
import { logOdds } from './log-odds.js';
import { twoSided } from './normal.js';
import { postsOf, type ScoreCounts } from './score-counts.js';

/** The city and period that areas are compared with. */
export interface Compared {
  city: CityRate;
  /** share in the whole city in this period */
  cityShare: number;
  /** posts of this period */
  whole: ScoreCounts;
}

/**
 * Whether areas lie above or below their city. What is tested is the area's distance from the city by the likelihood of its
 * own posts: the error of the city's figure is the same on both sides and drops out, but for the part that comes in
 * because an area's mix of languages is another than the city's, and that part is added to the variance.
 * @param areas with how far apart from the sampled posts the curve took them to be
 * @param rate false discoveries allowed among the areas that are called above or below
 */
export const versusCity = (
  areas: readonly { counts: ScoreCounts; curve: AreaCurve; apart: number }[],
  { city, cityShare, whole }: Compared,
  rate: number,
): { verdict: VersusCity; p: number }[] => {
  const tests = areas.map(({ counts, curve, apart }) => {
    if (counts.posts === whole.posts) return { z: 0, p: 1 };
    const mixVariance = city.variances.reduce((sum, variance, stratum) => {
      const differs = postsOf(counts, stratum) / counts.posts - postsOf(whole, stratum) / whole.posts;
      return sum + (differs / cityShare) ** 2 * variance;
    }, 0);
    // The curve compared the area with all that was sampled; here it is compared with this period alone.
    const nearer = Math.max(1e-9, apart) / Math.max(1e-9, 1 - counts.posts / whole.posts);
    const z =
      (-curve.root(logOdds(cityShare) - curve.baseline) * Math.sqrt(nearer)) /
      Math.sqrt(1 + mixVariance * curve.information);
    return { z, p: twoSided(z) };
  });
  const significant = benjaminiHochberg(
    tests.map(({ p }) => p),
    rate,
  );
  return tests.map(({ z, p }, index) => {
    if (!significant[index]) return { verdict: 'cannot-tell', p };
    return { verdict: z > 0 ? 'above' : 'below', p };
  });
};
