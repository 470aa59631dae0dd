/** Probabilities outside this distance from 0 and 1 are taken for the nearest inside: log-odds must stay finite. */
const EDGE = 1e-9;

/** Log-odds of a probability. */
export const logOdds = (probability: number): number => {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(inside / (1 - inside));
};

/** The highest log-odds that are told; the lowest are as far below 0. */
export const LARGEST_LOG_ODDS = logOdds(1);

/** The probability whose log-odds these are. */
export const fromLogOdds = (logit: number): number => 1 / (1 + Math.exp(-logit));
