import type { Greys } from '../browser/read-picture.js';

/** Side of the squares that are compared, in pixels. */
const SIDE = 8;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/**
 * Mean structural similarity of two pictures of one size: 1 where they are the same.
 * Source: Wang, Bovik, Sheikh and Simoncelli, «Image quality assessment: from error visibility to structural similarity»,
 * IEEE Transactions on Image Processing 13 (2004), formula 13 with K1 = 0.01, K2 = 0.03, over squares of 8 × 8 pixels side by
 * side, as its section III B first describes. Squares that both pictures leave of one and the same colour do not count, so that
 * an empty page makes nothing alike.
 * Throws a RangeError where the sizes differ.
 */
export const structuralSimilarity = (a: Greys, b: Greys): number => {
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(`expected two pictures of one size, got ${a.width}×${a.height} and ${b.width}×${b.height}`);
  let sum = 0;
  let squares = 0;
  for (let top = 0; top + SIDE <= a.height; top += SIDE) {
    for (let left = 0; left + SIDE <= a.width; left += SIDE) {
      let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + SIDE; y += 1) {
        for (let x = left; x < left + SIDE; x += 1) {
          const greyA = a.greys[y * a.width + x] ?? 0;
          const greyB = b.greys[y * b.width + x] ?? 0;
          sumA += greyA;
          sumB += greyB;
          sumAA += greyA * greyA;
          sumBB += greyB * greyB;
          sumAB += greyA * greyB;
        }
      }
      const n = SIDE * SIDE;
      const [meanA, meanB] = [sumA / n, sumB / n];
      const [varA, varB] = [(sumAA - n * meanA * meanA) / (n - 1), (sumBB - n * meanB * meanB) / (n - 1)];
      const cov = (sumAB - n * meanA * meanB) / (n - 1);
      if (varA < 1e-9 && varB < 1e-9 && meanA === meanB) continue;
      squares += 1;
      sum += ((2 * meanA * meanB + C1) * (2 * cov + C2)) / ((meanA ** 2 + meanB ** 2 + C1) * (varA + varB + C2));
    }
  }
  return squares === 0 ? 1 : sum / squares;
};
