import type { EstimateLabel, EstimatePost } from '../estimate.js';
import { drawSample, inclusionProbabilities, type SampleDesign } from '../inclusion.js';
import { fromLogOdds, logOdds } from '../log-odds.js';
import { seededRandom } from '../seeded-random.js';

/** A city whose truth we plant. */
export interface CityPlan {
  /** per area: how many posts, and the chance of each to be true */
  areas: readonly { posts: number; rate: number }[];
  /** distance d′ of the classes in the classifier's log-odds, in their standard deviations */
  separation: number;
  /** the share of true posts for which the score is a calibrated probability */
  calibratedFor: number;
  labels: number;
  design: SampleDesign;
  seed: number;
}

export interface PlantedCity {
  posts: EstimatePost[];
  labels: EstimateLabel[];
  /** share of true posts among those of each area */
  shares: number[];
}

/**
 * Posts with planted truth and the score of a classifier whose log-odds are normal in both classes, one standard
 * deviation being d′ of them, so that the calibrated probability is exactly logistic; flagged is what a balanced test set would
 * be best flagged by. The same plan gives the same city.
 */
export const simulateCity = ({ areas, separation, calibratedFor, labels, design, seed }: CityPlan): PlantedCity => {
  const random = seededRandom(seed);
  const prior = logOdds(calibratedFor);
  const posts: EstimatePost[] = [];
  const truths: boolean[] = [];
  const shares: number[] = [];
  areas.forEach(({ posts: count, rate }, area) => {
    let positives = 0;
    for (let at = 0; at < count; at += 1) {
      const truth = random.uniform() < rate;
      if (truth) positives += 1;
      const evidence = separation * ((truth ? 0.5 : -0.5) * separation + random.normal());
      truths.push(truth);
      posts.push({
        id: `${area}-${at}`,
        area: `area-${area}`,
        period: 'all',
        score: fromLogOdds(prior + evidence),
        flagged: evidence > 0,
      });
    }
    shares.push(count > 0 ? positives / count : 0);
  });
  const chances = inclusionProbabilities(
    posts.map(({ score }) => score),
    labels,
    design,
  );
  const drawn = drawSample(chances, random);
  return {
    posts,
    shares,
    labels: drawn.flatMap((at) => {
      const post = posts[at];
      if (!post) return [];
      const { id, area, score, flagged } = post;
      return [{ id, area, score, flagged, truth: truths[at] === true, weight: 1 / (chances[at] ?? 1) }];
    }),
  };
};
