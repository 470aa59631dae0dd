import type { Curve } from '../linear/linear-model.js';

export interface Scored {
  score: number;
  label: 0 | 1;
  weight: number;
}

const ROUNDS = 100;
const STEADY = 1e-7;

/**
 * The curve from scores to probabilities by Platt's method with his smoothed targets (Platt 1999), fitted by Newton's
 * method as Lin, Lin and Weng (2007) write it. Scores that say nothing give a flat curve at the share of positives.
 */
export const fitCurve = (scored: readonly Scored[]): Curve => {
  let positives = 0;
  let negatives = 0;
  for (const { label, weight } of scored) {
    if (label === 1) positives += weight;
    else negatives += weight;
  }
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let [g1, g2, h11, h22, h12] = [0, 0, 1e-6, 1e-6, 0];
    for (const { score, label, weight } of scored) {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const d = weight * (p - (label === 1 ? high : low));
      const w = weight * p * (1 - p);
      g1 += d * score;
      g2 += d;
      h11 += w * score * score;
      h22 += w;
      h12 += w * score;
    }
    const determinant = h11 * h22 - h12 * h12;
    if (Math.abs(determinant) < 1e-12) break;
    const bySlope = (h22 * g1 - h12 * g2) / determinant;
    const byOffset = (h11 * g2 - h12 * g1) / determinant;
    // Newton's step may overshoot far from the goal.
    const most = Math.max(1, Math.abs(bySlope) / 2, Math.abs(byOffset) / 4);
    slope -= bySlope / most;
    offset -= byOffset / most;
    if (Math.abs(bySlope) + Math.abs(byOffset) < STEADY) break;
  }
  // A curve that falls would turn the ranking round: such scores say nothing.
  return slope > 0 ? { slope, offset } : { slope: 0, offset: Math.log((positives + 1) / (negatives + 1)) };
};
