import { wilsonInterval } from '@marsad/records';
import { seededChance } from '../chance.js';
import { FIGURES, type FigureName, type Figures, figuresOf, type Judged } from './figures.js';

/** A figure with its 95 % interval; null where the texts do not define it. */
export interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
}

const RESAMPLES = 200;
const SEED = 95;
const DECIMALS = 10_000;
const rounded = (value: number): number | null =>
  Number.isNaN(value) ? null : Math.round(value * DECIMALS) / DECIMALS;

/** A share of texts with Wilson's 95 % interval; null without texts. */
export const shareWithInterval = (hits: number, of: number): Figure => {
  if (of === 0) return { value: null, low: null, high: null };
  const { low, high } = wilsonInterval(hits, of);
  return { value: rounded(hits / of), low: rounded(low), high: rounded(high) };
};

/** Of the figures that are shares of texts: how many of how many. */
const countsOf = (sorted: readonly Judged[]): Partial<Record<FigureName, [hits: number, of: number]>> => {
  const count = (holds: (each: Judged) => boolean): number => sorted.filter(holds).length;
  const found = count((each) => each.found);
  const positives = count(({ truth }) => truth === 1);
  const right = count((each) => each.found && each.truth === 1);
  return {
    precision: [right, found],
    recall: [right, positives],
    falseAlarms: [found - right, sorted.length - positives],
  };
};

/**
 * Figures with 95 % intervals by the percentile bootstrap (Efron 1979): 200 seeded draws of as many texts with
 * replacement. A text's draws become its weight, so that nothing is sorted again. Where a figure is 0 or 1 the
 * draws cannot differ: the interval of a share is Wilson's then, and other figures have none.
 */
export const figuresWithIntervals = (sorted: readonly Judged[]): Record<FigureName, Figure> => {
  const chance = seededChance(SEED);
  const draws: Figures[] = [];
  for (let draw = 0; draw < RESAMPLES && sorted.length > 0; draw++) {
    const times = new Uint32Array(sorted.length);
    for (let k = 0; k < sorted.length; k++) {
      const at = chance.below(sorted.length);
      times[at] = (times[at] ?? 0) + 1;
    }
    draws.push(
      figuresOf(sorted.flatMap((each, at) => (times[at] ? [{ ...each, weight: each.weight * (times[at] ?? 0) }] : []))),
    );
  }
  const point = figuresOf(sorted);
  const counted = countsOf(sorted);
  const of = (name: FigureName): Figure => {
    const values = draws
      .map((figures) => figures[name])
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? Number.NaN;
    // All draws of texts that are all right are all right: that tells nothing of the texts that were not drawn.
    // Sums of weights miss 1 by their last digits.
    if (Math.min(Math.abs(point[name]), Math.abs(1 - point[name])) < 1e-12) {
      const sure = counted[name];
      const { low, high } = sure ? shareWithInterval(...sure) : { low: null, high: null };
      return { value: rounded(point[name]), low, high };
    }
    return { value: rounded(point[name]), low: rounded(at(0.025)), high: rounded(at(0.975)) };
  };
  return Object.fromEntries(FIGURES.map((name) => [name, of(name)])) as Record<FigureName, Figure>;
};
