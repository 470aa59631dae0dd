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

/** What of a verdict rules its scores beside its probabilities: which signals enter the figures and which flag it, one bit each. */
export interface Scored {
  enters: number;
  flags: number;
}

/** Takes from a verdict what rules its scores. */
export const scoredBy = ({ signals, stance }: Pick<FoundVerdict, 'signals' | 'stance'>): Scored => {
  let enters = 0;
  let flags = 0;
  SIGNALS.forEach((signal, at) => {
    if (!entersFigures(signal, stance)) return;
    enters += 2 ** at;
    if (signals.some(({ code }) => code === signal)) flags += 2 ** at;
  });
  return { enters, flags };
};

const stepOf = (probability: number, enters: number): number =>
  LAST_STEP + scoreStep(probability * (enters === 0 ? OTHER_STANCE : 1));

/** The scores of a verdict as one whole number, so that a million posts take a few megabytes; signals in the order of the taxonomy. */
export const packScoresBy = (
  { hate, extremism, polarisation, offensive, bridging }: FoundVerdict['probabilities'],
  { enters, flags }: Scored,
): number => {
  let packed = stepOf(hate, enters & 1);
  packed = STEPS * packed + stepOf(extremism, enters & 2);
  packed = STEPS * packed + stepOf(polarisation, enters & 4);
  packed = STEPS * packed + stepOf(offensive, enters & 8);
  packed = STEPS * packed + stepOf(bridging, enters & 16);
  return FLAGS * packed + flags;
};

/** The scores of a verdict as `packScoresBy` packs them. */
export const packScores = (verdict: FoundVerdict): number => packScoresBy(verdict.probabilities, scoredBy(verdict));

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
