import { fromLogOdds, logOdds } from '../log-odds.js';

/** What a classifier can do for an estimate at best. */
export interface ScoreMoments {
  /** square of the correlation of truth and calibrated score */
  explained: number;
  /** mean of √(s(1 − s)), which rules the width with labels drawn in proportion to it */
  meanSpread: number;
  /** width of an interval against that of as many random labels without a model: √(1 − ρ²), and with efficient labels */
  randomWidth: number;
  efficientWidth: number;
}

const POINTS = 4000;
const REACH = 8;

/** Those figures for a classifier whose log-odds are normal in both classes, at distance d′ (integration by trapezoids). */
export const scoreMoments = (rate: number, separation: number): ScoreMoments => {
  let unexplained = 0;
  let meanSpread = 0;
  const prior = logOdds(rate);
  const width = (2 * REACH) / POINTS;
  for (let at = 0; at <= POINTS; at += 1) {
    const z = -REACH + at * width;
    const density = (width * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    for (const truth of [true, false]) {
      const score = fromLogOdds(prior + separation * ((truth ? 0.5 : -0.5) * separation + z));
      const share = density * (truth ? rate : 1 - rate);
      unexplained += share * score * (1 - score);
      meanSpread += share * Math.sqrt(score * (1 - score));
    }
  }
  const variance = rate * (1 - rate);
  return {
    explained: 1 - unexplained / variance,
    meanSpread,
    randomWidth: Math.sqrt(unexplained / variance),
    efficientWidth: meanSpread / Math.sqrt(variance),
  };
};
