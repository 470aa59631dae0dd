import { entersFigures, SIGNALS, type Signal } from '@marsad/records';
import type { PlacedPost } from '../tally/placed-post.js';
import { LAST_STEP, scoreStep } from './score-counts.js';

/** A post whose stance keeps it out of the figures is that much less likely to be truly of a signal. */
const OTHER_STANCE = 0.1;
/** Steps from the lowest to the highest; five such numbers and five yes or no are fewer than a double tells apart. */
const STEPS = 2 * LAST_STEP + 1;
const FLAGS = 2 ** SIGNALS.length;

type FoundVerdict = NonNullable<PlacedPost['verdict']>;

/** All that estimates need of a post that nobody labelled, but for its language: the step of each score, and what flags it. */
export interface Scores {
  steps: Record<Signal, number>;
  flagged: ReadonlySet<Signal>;
}

/** The scores of a verdict as one whole number, so that a million posts take a few megabytes. */
export const packScores = ({ probabilities, signals, stance }: FoundVerdict): number => {
  let packed = 0;
  let flags = 0;
  for (const [at, signal] of SIGNALS.entries()) {
    const enters = entersFigures(signal, stance);
    packed = STEPS * packed + LAST_STEP + scoreStep(probabilities[signal] * (enters ? 1 : OTHER_STANCE));
    if (enters && signals.some(({ code }) => code === signal)) flags += 2 ** at;
  }
  return FLAGS * packed + flags;
};

/** What `packScores` packed. */
export const unpackScores = (packed: number): Scores => {
  const steps = { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 };
  const flags = packed % FLAGS;
  let rest = Math.floor(packed / FLAGS);
  for (const signal of SIGNALS.toReversed()) {
    steps[signal] = (rest % STEPS) - LAST_STEP;
    rest = Math.floor(rest / STEPS);
  }
  return { steps, flagged: new Set(SIGNALS.filter((_, at) => Math.floor(flags / 2 ** at) % 2 === 1)) };
};
