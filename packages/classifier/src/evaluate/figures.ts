/** One judged text: probability, whether the signal was found, whether it is there, and how much the text counts. */
export interface Judged {
  probability: number;
  found: boolean;
  truth: 0 | 1;
  weight: number;
}

/** Shares of all texts that a reviewer may look at. */
const BUDGETS = [0.005, 0.01, 0.02] as const;

/** Names of the figures, in the order of the report. Each is a share from 0 to 1, or not a number where undefined. */
export const FIGURES = [
  'precision',
  'recall',
  'f1',
  'macroF1',
  'auc',
  'averagePrecision',
  'calibrationError',
  ...BUDGETS.map((budget) => `recallAt${budget}` as const),
  'falseAlarms',
] as const;
export type FigureName = (typeof FIGURES)[number];
export type Figures = Record<FigureName, number>;

const BINS = 10;
const ratio = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);

/**
 * All figures of texts that are sorted by falling probability. Ties count half in the AUC; the average precision takes
 * ties as one step; the calibration error is the mean distance between probability and share of positives over ten
 * bins of equal width (expected calibration error, Naeini et al. 2015); the recall at a review budget is what a
 * reviewer finds who reads that share of the texts, the likeliest first.
 */
export const figuresOf = (sorted: readonly Judged[]): Figures => {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  const bins = Array.from({ length: BINS }, () => ({ weight: 0, probability: 0, positives: 0 }));
  for (const { probability, found, truth, weight } of sorted) {
    if (found && truth === 1) tp += weight;
    else if (found) fp += weight;
    else if (truth === 1) fn += weight;
    else tn += weight;
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
    if (!bin) continue;
    bin.weight += weight;
    bin.probability += weight * probability;
    bin.positives += weight * truth;
  }
  const positives = tp + fn;
  const negatives = fp + tn;
  const total = positives + negatives;
  let [above, hits, area, average] = [0, 0, 0, 0];
  const reviewed: number[] = BUDGETS.map(() => 0);
  for (let from = 0; from < sorted.length; ) {
    let [stepPositives, stepNegatives, to] = [0, 0, from];
    const probability = sorted[from]?.probability;
    for (; to < sorted.length && sorted[to]?.probability === probability; to++) {
      const { truth = 0, weight = 0 } = sorted[to] ?? {};
      if (truth === 1) stepPositives += weight;
      else stepNegatives += weight;
    }
    const step = stepPositives + stepNegatives;
    area += stepNegatives * (hits + stepPositives / 2);
    BUDGETS.forEach((budget, at) => {
      const room = Math.max(0, Math.min(step, budget * total - above));
      reviewed[at] = (reviewed[at] ?? 0) + (step === 0 ? 0 : (room * stepPositives) / step);
    });
    above += step;
    hits += stepPositives;
    if (above > 0) average += (stepPositives * hits) / above;
    from = to;
  }
  const f1 = ratio(2 * tp, 2 * tp + fp + fn);
  const f0 = ratio(2 * tn, 2 * tn + fp + fn);
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.probability - bin.positives), 0);
  const budgets = Object.fromEntries(
    BUDGETS.map((budget, at) => [`recallAt${budget}`, ratio(reviewed[at] ?? 0, positives)]),
  ) as Record<`recallAt${(typeof BUDGETS)[number]}`, number>;
  return {
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, positives),
    f1,
    macroF1: (f1 + f0) / 2,
    auc: ratio(area, positives * negatives),
    averagePrecision: ratio(average, positives),
    calibrationError: ratio(error, total),
    ...budgets,
    falseAlarms: ratio(fp, negatives),
  };
};

/** Sorts for `figuresOf`. */
export const sortedByProbability = (judged: readonly Judged[]): Judged[] =>
  [...judged].sort((a, b) => b.probability - a.probability);

/** Weights positives and negatives so that positives make up `baseRate` of all. */
export const atBaseRate = (judged: readonly Judged[], baseRate: number): Judged[] => {
  const positives = judged.filter(({ truth }) => truth === 1).length;
  const negatives = judged.length - positives;
  return judged.map((each) => ({
    ...each,
    weight: each.truth === 1 ? baseRate / positives : (1 - baseRate) / negatives,
  }));
};
