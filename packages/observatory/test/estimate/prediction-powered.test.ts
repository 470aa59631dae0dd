import { expect, it } from 'vitest';
import { predictionPowered } from '../../src/estimate/prediction-powered.js';
import { seededRandom } from '../../src/estimate/seeded-random.js';

/** Posts with a calibrated prediction, and which of them were labelled. */
const city = (seed: number, posts: number, labels: number) => {
  const random = seededRandom(seed);
  const all = Array.from({ length: posts }, () => {
    const predicted = random.uniform() ** 3;
    return { predicted, truth: random.uniform() < predicted, weight: 1 };
  });
  const mean = all.reduce((sum, { predicted }) => sum + predicted, 0) / posts;
  const variance = all.reduce((sum, { predicted }) => sum + (predicted - mean) ** 2, 0) / posts;
  return { labels: all.slice(0, labels), predictions: { posts, mean, variance } };
};

it('is the mean prediction plus the labels’ mean residual, with the tuning of the paper', () => {
  const { labels, predictions } = city(5, 20_000, 4000);
  const { share, tuning, variance } = predictionPowered(labels, predictions);
  const count = labels.length;
  const truth = labels.reduce((sum, label) => sum + Number(label.truth), 0) / count;
  const predicted = labels.reduce((sum, label) => sum + label.predicted, 0) / count;
  expect(share).toBeCloseTo(truth + tuning * (predictions.mean - predicted), 12);
  // Cov(truth, prediction) ÷ Var(prediction): equation 6 of PPI++ where the labelled posts are among all posts.
  let together = 0;
  let own = 0;
  for (const label of labels) {
    together += (Number(label.truth) - truth) * (label.predicted - predicted);
    own += (label.predicted - predicted) ** 2;
  }
  expect(tuning).toBeCloseTo(Math.min(1, together / own), 1);
  let residuals = 0;
  for (const label of labels) residuals += (Number(label.truth) - truth - tuning * (label.predicted - predicted)) ** 2;
  const classical = residuals / count / count + (tuning ** 2 * predictions.variance) / predictions.posts;
  expect(variance / classical).toBeCloseTo(1, 1);
});

it('a prediction that says nothing is tuned away: the labels alone remain', () => {
  const random = seededRandom(2);
  const labels = Array.from({ length: 3000 }, () => ({
    predicted: random.uniform(),
    truth: random.uniform() < 0.3,
    weight: 1,
  }));
  const { tuning, share } = predictionPowered(labels, { posts: 50_000, mean: 0.5, variance: 1 / 12 });
  expect(tuning).toBeLessThan(0.1);
  expect(share).toBeCloseTo(labels.filter(({ truth }) => truth).length / 3000, 2);
});

it('a factor common to all weights makes no difference', () => {
  const { labels, predictions } = city(9, 5000, 300);
  const weighted = labels.map((label, index) => ({ ...label, weight: 1 + (index % 3) }));
  const tenfold = weighted.map((label) => ({ ...label, weight: 10 * label.weight }));
  expect(predictionPowered(tenfold, predictions).share).toBeCloseTo(predictionPowered(weighted, predictions).share, 12);
});

it('without a positive among the labels the size stays near that of the sample', () => {
  const labels = Array.from({ length: 200 }, () => ({ predicted: 0.002, truth: false, weight: 1 }));
  const { share, effective } = predictionPowered(labels, { posts: 10_000, mean: 0.002, variance: 0 });
  expect(share).toBe(0);
  expect(effective.size).toBeGreaterThan(150);
  expect(effective.size).toBeLessThan(260);
});

it('what a model spares is believed in full where many positives fitted it, and never turns against the labels', () => {
  const spared = (labels: number): number => {
    const { labels: some, predictions } = city(5, 40_000, labels);
    const { share, effective } = predictionPowered(some, predictions);
    const observed = some.filter(({ truth }) => truth).length / labels;
    // Random labels alone would be as many as they are, at about this share.
    return ((effective.size / labels) * observed * (1 - observed)) / (share * (1 - share));
  };
  expect(spared(30)).toBeGreaterThan(0.95);
  expect(spared(30)).toBeLessThan(spared(8000));
  expect(spared(8000)).toBeGreaterThan(1.3);
});
