import { LARGEST_LOG_ODDS, logOdds } from './log-odds.js';

/** Scores are counted in steps of this many log-odds: far finer than any classifier means them. */
const STEPS = 16;

/** A score as it is counted: log-odds in steps of 1/16. */
export const scoreStep = (score: number): number => Math.round(logOdds(score) * STEPS);

/** The highest step that a score can have; the lowest is as far below 0. */
export const LAST_STEP = Math.round(LARGEST_LOG_ODDS * STEPS);

/** The log-odds of a step. */
export const stepLogOdds = (step: number): number => step / STEPS;

/** How many posts have which score, by stratum: all that an estimate needs of the posts that nobody labelled. */
export interface ScoreCounts {
  posts: number;
  flagged: number;
  /** per stratum: posts by score step */
  strata: Map<number, number>[];
}

/** Counts of no post. */
export const noScores = (strata: number): ScoreCounts => ({
  posts: 0,
  flagged: 0,
  strata: Array.from({ length: strata }, () => new Map<number, number>()),
});

/** Adds one post, in place. */
export const countScore = (counts: ScoreCounts, stratum: number, step: number, flagged: boolean): void => {
  counts.posts += 1;
  if (flagged) counts.flagged += 1;
  const byStep = counts.strata[stratum];
  byStep?.set(step, (byStep.get(step) ?? 0) + 1);
};

/** Posts of one stratum. */
export const postsOf = (counts: ScoreCounts, stratum: number): number => {
  let sum = 0;
  for (const count of counts.strata[stratum]?.values() ?? []) sum += count;
  return sum;
};

/** Adds all posts of other counts, in place. */
export const addCounts = (to: ScoreCounts, from: ScoreCounts): void => {
  to.posts += from.posts;
  to.flagged += from.flagged;
  from.strata.forEach((byStep, stratum) => {
    const target = to.strata[stratum];
    if (!target) return;
    for (const [step, count] of byStep) target.set(step, (target.get(step) ?? 0) + count);
  });
};
