import type { SeededRandom } from './seeded-random.js';

/** How posts are drawn for labelling: all alike, or the more likely the less the score settles what they are. */
export type SampleDesign = 'random' | 'efficient';

/** Nobody is drawn with less than this share of the mean chance: a weight without limit would rule the estimate. */
const LEAST_OF_MEAN = 0.02;

/**
 * The chance of each post to be drawn into a sample of `size`: all alike, or in proportion to √(s(1 − s)) of its
 * calibrated score s, which makes the variance of the corrected figure least (Neyman 1934; for prediction-powered
 * estimates Zrnic & Candès, Active Statistical Inference, 2024). Chances over 1 are cut to 1 and the rest raised.
 */
export const inclusionProbabilities = (scores: readonly number[], size: number, design: SampleDesign): Float64Array => {
  const measure = Float64Array.from(scores, (score) =>
    design === 'random' ? 1 : Math.sqrt(Math.max(0, score * (1 - score))),
  );
  const mean = measure.reduce((sum, value) => sum + value, 0) / Math.max(1, measure.length);
  for (let at = 0; at < measure.length; at += 1)
    measure[at] = mean > 0 ? Math.max(measure[at] ?? 0, LEAST_OF_MEAN * mean) : 1;
  const chances = new Float64Array(measure.length);
  if (size >= measure.length) return chances.fill(1);
  const certain = new Uint8Array(measure.length);
  for (;;) {
    let open = 0;
    let taken = 0;
    for (let at = 0; at < measure.length; at += 1) {
      if (certain[at] === 1) taken += 1;
      else open += measure[at] ?? 0;
    }
    const factor = (size - taken) / open;
    let more = false;
    for (let at = 0; at < measure.length; at += 1) {
      if (certain[at] === 1) continue;
      const chance = factor * (measure[at] ?? 0);
      if (chance >= 1) {
        certain[at] = 1;
        more = true;
      }
      chances[at] = Math.min(1, chance);
    }
    if (!more) return chances;
  }
};

/**
 * Draws as many posts as the chances add up to, each with exactly its chance: systematic sampling of a list in random
 * order (Madow 1949).
 * @returns the places of those drawn, ascending
 */
export const drawSample = (chances: Float64Array, random: SeededRandom): number[] => {
  const order = Int32Array.from(chances, (_, at) => at);
  random.shuffle(order);
  const drawn: number[] = [];
  let next = random.uniform();
  let sum = 0;
  for (const at of order) {
    sum += chances[at] ?? 0;
    // Rounding may leave a chance of 1 a hair under it.
    if (sum < next + 1e-12) continue;
    drawn.push(at);
    next += 1;
  }
  return drawn.sort((a, b) => a - b);
};
