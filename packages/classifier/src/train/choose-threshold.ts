import type { Scored } from './fit-curve.js';

const byScore = (scored: readonly Scored[]): Scored[] => [...scored].sort((a, b) => b.score - a.score);

/** The least share of harmless texts that a threshold must leave alone, whatever recall it costs. */
const LEAST_LEFT_ALONE = 0.8;

/**
 * The threshold with the best macro-F1 among those that leave enough harmless texts alone, in the middle of the stretch
 * that comes within half a point of it, so that it does not hang on one text. `fallback` where one class is missing.
 */
export const balancedThreshold = (scored: readonly Scored[], fallback: number): number => {
  let positives = 0;
  let negatives = 0;
  for (const { label, weight } of scored) {
    if (label === 1) positives += weight;
    else negatives += weight;
  }
  if (positives === 0 || negatives === 0) return fallback;
  const sorted = byScore(scored);
  const places: { at: number; quality: number; leftAlone: number }[] = [];
  let truePositives = 0;
  let falsePositives = 0;
  sorted.forEach(({ score, label, weight }, at) => {
    if (label === 1) truePositives += weight;
    else falsePositives += weight;
    const next = sorted[at + 1]?.score;
    if (next === undefined || next === score) return;
    const f1 = (2 * truePositives) / (truePositives + falsePositives + positives);
    const trueNegatives = negatives - falsePositives;
    const f0 = (2 * trueNegatives) / (trueNegatives + (positives - truePositives) + negatives);
    places.push({ at: (score + next) / 2, quality: (f1 + f0) / 2, leftAlone: trueNegatives / negatives });
  });
  const allowed = places.filter(({ leftAlone }) => leftAlone >= LEAST_LEFT_ALONE);
  const best = Math.max(...allowed.map(({ quality }) => quality));
  const near = allowed.filter(({ quality }) => quality >= best - 0.005).map(({ at }) => at);
  return near[Math.floor(near.length / 2)] ?? fallback;
};

/** The lowest threshold that at most this share of the negatives (by weight) reaches. */
export const preciseThreshold = (scored: readonly Scored[], falseAlarms: number, atLeast: number): number => {
  const negatives = byScore(scored.filter(({ label }) => label === 0));
  const total = negatives.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (const { score, weight } of negatives) {
    passed += weight;
    if (passed > falseAlarms * total) return Math.max(atLeast, Math.min(score + 1e-4, 1));
  }
  return atLeast;
};
