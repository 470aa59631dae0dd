/** A label with what the model predicts of it. */
export interface PredictedLabel {
  truth: boolean;
  /** calibrated probability that the truth is yes */
  predicted: number;
  /** inverse of the chance with which it was drawn, up to a common factor */
  weight: number;
}

/** A share with its variance. */
export interface PredictionPowered {
  share: number;
  variance: number;
  /** how much of the prediction was used: 1 all, 0 the labels alone */
  tuning: number;
  /** how many positives a simple random sample without a model would need for the same variance, and its size */
  effective: { positives: number; size: number };
}

/** So many labels with the truth «yes» as the model's own variance counts beside the observed one. */
const MODEL_COUNTS_AS = 12;

/**
 * Calibration and tuning were fitted to the labels that correct them, so residuals come out too small, and what the model seems to
 * spare is a guess that rests on few positives: relative variance is raised by the share of it that the model explains, times six,
 * divided by positives and ten more (the weak priors count as some). Set by simulation.
 */
const FITTED = { costs: 6, prior: 10 };

/** Mean and variance of the predictions over all posts, labelled or not. */
export interface Predictions {
  posts: number;
  mean: number;
  variance: number;
}

/**
 * The share of posts for which something is true, from predictions for all posts and labels for some: the mean prediction
 * plus the weighted mean residual of the labels, with the prediction multiplied by the `tuning` that makes the variance
 * least. Sources: Angelopoulos, Bates, Fannjiang, Jordan & Zrnic, Science 382 (2023); power tuning: Angelopoulos, Duchi &
 * Zrnic, PPI++ (arXiv 2311.01453), equation 6, here with labels that are among the posts; weights: Hájek's ratio in the
 * difference estimator of Särndal, Swensson & Wretman, Model Assisted Survey Sampling (1992), chapter 6.
 *
 * With few positives the observed variance is itself a guess, so the variance and tuning that the calibrated predictions
 * imply count beside it as if they had been seen in a few positives more.
 */
export const predictionPowered = (labels: readonly PredictedLabel[], all: Predictions): PredictionPowered => {
  let total = 0;
  let ofPositives = 0;
  let squaresOfPositives = 0;
  for (const { truth, weight } of labels) {
    total += weight;
    if (!truth) continue;
    ofPositives += weight;
    squaresOfPositives += weight * weight;
  }
  // Kish's number: positives of unequal weight tell of the variance as so many of equal weight would.
  const positives = ofPositives > 0 ? ofPositives ** 2 / squaresOfPositives : 0;
  const mean = { truth: 0, predicted: 0 };
  for (const { truth, predicted, weight } of labels) {
    mean.truth += (weight * (truth ? 1 : 0)) / total;
    mean.predicted += (weight * predicted) / total;
  }
  // Power tuning: the regression of truth on prediction, by the labels, steadied towards 1 (a calibrated prediction).
  let together = 0;
  let own = 0;
  for (const { truth, predicted, weight } of labels) {
    const square = (weight / total) ** 2;
    together += square * ((truth ? 1 : 0) - mean.truth) * (predicted - mean.predicted);
    own += square * (predicted - mean.predicted) ** 2;
  }
  const observedTuning = own > 0 ? together / own : 0;
  const trust = positives / (positives + MODEL_COUNTS_AS);
  const tuning = own > 0 ? Math.min(1, Math.max(0, trust * observedTuning + (1 - trust))) : 0;

  const share = tuning * (all.mean - mean.predicted) + mean.truth;
  let observed = 0;
  let implied = 0;
  let observedPlain = 0;
  let impliedPlain = 0;
  for (const { truth, predicted, weight } of labels) {
    const square = (weight / total) ** 2;
    const plain = (truth ? 1 : 0) - mean.truth;
    const residual = plain - tuning * (predicted - mean.predicted);
    const chance = predicted * (1 - predicted);
    observed += square * residual * residual;
    observedPlain += square * plain * plain;
    implied += square * (chance + ((1 - tuning) * (predicted - all.mean)) ** 2);
    impliedPlain += square * (chance + (predicted - all.mean) ** 2);
  }
  // Both variances as multiples of p(1 − p), each with its own p: with few positives p itself is a guess.
  const spread = labels.length / Math.max(1, labels.length - 1);
  const modelSpread = Math.max(all.mean * (1 - all.mean), 1e-12);
  const ofPosts = (tuning * tuning * all.variance) / Math.max(1, all.posts);
  // Half a positive of the size that the model implies: labels drawn where scores are open are worth more than their number.
  const least = Math.min(0.5, (0.5 * (implied + ofPosts)) / modelSpread);
  const inside = Math.min(1 - least, Math.max(least, share));
  const ownSpread = inside * (1 - inside);
  const ofLabels = (seen: number, expected: number): number =>
    (spread * trust * seen) / ownSpread + ((1 - trust) * expected) / modelSpread;
  const powered = ofLabels(observed, implied) + ofPosts / modelSpread;
  const explained = impliedPlain > 0 ? Math.min(1, Math.max(0, 1 - implied / impliedPlain)) : 0;
  // Never less sure than by the labels alone.
  const relative = Math.max(
    powered,
    Math.min(
      powered * (1 + (FITTED.costs * explained) / (positives + FITTED.prior)),
      ofLabels(observedPlain, impliedPlain),
    ),
  );
  const size = 1 / relative;
  return {
    share: Math.min(1, Math.max(0, share)),
    variance: ownSpread * relative,
    tuning,
    effective: { positives: Math.min(1, Math.max(0, share)) * size, size },
  };
};
