import { fromLogOdds } from './log-odds.js';
import { solveLinear } from './solve-linear.js';

/** A label as calibration sees it. */
export interface ScoredLabel {
  /** log-odds of the classifier's score */
  x: number;
  truth: boolean;
  /** index of its stratum (language) */
  stratum: number;
}

/** What the classifier's log-odds `x` mean in this city: truth has log-odds `intercepts[stratum] + slope · x`. */
export interface Calibration {
  intercepts: number[];
  slope: number;
  /** standard error of the slope */
  slopeError: number;
}

/** Spread of what is held possible before the first label: the score may be off by a factor of odds of e^±5 … */
const INTERCEPT_SPREAD = 5;
/** … its log-odds by half their size … */
const SLOPE_SPREAD = 0.5;
/** … and languages differ from each other by a factor of about e. */
const STRATUM_SPREAD = 1;

/**
 * Logistic calibration of a classifier's score by labels (Platt 1999), with a weak prior that the score means what it
 * says, so that it stands on few labels. The mode of the posterior, by Newton's method with halved steps.
 * Labels are not weighted here: given score and language, how they were drawn tells nothing about their truth.
 * @param strata how many there are
 */
export const calibrate = (labels: readonly ScoredLabel[], strata: number): Calibration => {
  // Labels of one score and truth count together: there are few scores and many labels.
  const alike = new Map<string, ScoredLabel & { count: number }>();
  for (const { x, truth, stratum } of labels) {
    const key = `${x} ${stratum} ${truth}`;
    const found = alike.get(key);
    if (found) found.count += 1;
    else alike.set(key, { x, truth, stratum, count: 1 });
  }
  const groups = [...alike.values()];
  const size = strata + 2;
  const slopeAt = strata + 1;
  const spreads = [INTERCEPT_SPREAD, ...Array<number>(strata).fill(STRATUM_SPREAD), SLOPE_SPREAD];
  const means = spreads.map((_, at) => (at === slopeAt ? 1 : 0));
  const linear = (at: readonly number[], { x, stratum }: ScoredLabel): number =>
    (at[0] ?? 0) + (at[stratum + 1] ?? 0) + (at[slopeAt] ?? 0) * x;
  const posterior = (at: readonly number[]): number => {
    let sum = 0;
    for (const group of groups) {
      const eta = linear(at, group);
      sum -= group.count * (Math.log1p(Math.exp(-Math.abs(eta))) + Math.max(0, group.truth ? -eta : eta));
    }
    at.forEach((value, index) => {
      sum -= 0.5 * ((value - (means[index] ?? 0)) / (spreads[index] ?? 1)) ** 2;
    });
    return sum;
  };

  let point: number[] = [...means];
  let value = posterior(point);
  let information: number[][] = [];
  for (let round = 0; round < 50; round += 1) {
    const gradient = point.map((at, index) => -(at - (means[index] ?? 0)) / (spreads[index] ?? 1) ** 2);
    information = spreads.map((spread, row) => spreads.map((_, column) => (row === column ? 1 / spread ** 2 : 0)));
    const add = (row: number, column: number, amount: number): void => {
      const line = information[row];
      if (line) line[column] = (line[column] ?? 0) + amount;
    };
    for (const group of groups) {
      const expected = fromLogOdds(linear(point, group));
      const residual = group.count * ((group.truth ? 1 : 0) - expected);
      const spread = group.count * expected * (1 - expected);
      const parts: [number, number][] = [
        [0, 1],
        [group.stratum + 1, 1],
        [slopeAt, group.x],
      ];
      for (const [row, a] of parts) {
        gradient[row] = (gradient[row] ?? 0) + residual * a;
        for (const [column, b] of parts) add(row, column, spread * a * b);
      }
    }
    const step = solveLinear(information, gradient);
    if (!step) break;
    let share = 1;
    let next = point.map((at, index) => at + (step[index] ?? 0));
    let reached = posterior(next);
    while (reached < value && share > 1e-6) {
      share /= 2;
      next = point.map((at, index) => at + share * (step[index] ?? 0));
      reached = posterior(next);
    }
    const gained = reached - value;
    if (gained <= 0) break;
    point = next;
    value = reached;
    if (gained < 1e-10) break;
  }
  const unit = Array.from({ length: size }, (_, index) => (index === slopeAt ? 1 : 0));
  const column = solveLinear(information, unit);
  return {
    intercepts: Array.from({ length: strata }, (_, stratum) => (point[0] ?? 0) + (point[stratum + 1] ?? 0)),
    slope: point[slopeAt] ?? 1,
    slopeError: Math.sqrt(Math.max(0, column?.[slopeAt] ?? SLOPE_SPREAD ** 2)),
  };
};
