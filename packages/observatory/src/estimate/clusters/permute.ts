import { seededRandom } from '../seeded-random.js';

/**
 * How often chance alone gives an area neighbours at least as extreme as it has: its own value stays where it is, the
 * neighbours are drawn from all other areas (conditional permutation: Anselin, Local Indicators of Spatial Association,
 * Geographical Analysis 27 (1995)).
 * @param sumOf the sum of the values of its neighbours, as observed
 * @returns two-sided pseudo p-value, never under 1 / (permutations + 1)
 */
export const permutationP = (
  values: Float64Array,
  area: number,
  neighbourCount: number,
  observed: number,
  { permutations, seed }: { permutations: number; seed: number },
): number => {
  const others = values.filter((_, index) => index !== area);
  if (neighbourCount === 0 || others.length < neighbourCount) return 1;
  // Each area has a stream of its own, so that an area more or less moves no other's figure.
  const random = seededRandom(seed ^ Math.imul(area + 1, 0x9e3779b1));
  let over = 0;
  let under = 0;
  for (let round = 0; round < permutations; round += 1) {
    let sum = 0;
    for (let drawn = 0; drawn < neighbourCount; drawn += 1) {
      const at = drawn + Math.floor(random.uniform() * (others.length - drawn));
      const value = others[at] ?? 0;
      others[at] = others[drawn] ?? 0;
      others[drawn] = value;
      sum += value;
    }
    // Rounding must not make a tie look like a difference.
    if (sum >= observed - 1e-12) over += 1;
    if (sum <= observed + 1e-12) under += 1;
  }
  return Math.min(1, (2 * (Math.min(over, under) + 1)) / (permutations + 1));
};
