import type { PermutationOptions } from './local-moran.js';
import { type Neighbours, numberAreas } from './neighbours.js';
import { permutationP } from './permute.js';

export interface HotSpot {
  area: string;
  /** Gi* as a standard normal deviate: over 0 where the area and its neighbours are high together */
  z: number;
  p: number;
}

/**
 * Getis and Ord's Gi* of each area, neighbours and the area itself weighing 1, with pseudo p-values by permutation.
 * Source: Ord & Getis, Geographical Analysis 27 (1995), equation 14.
 */
export const hotSpots = (
  values: ReadonlyMap<string, number>,
  neighbours: Neighbours,
  options: PermutationOptions,
): HotSpot[] => {
  const numbered = numberAreas(values, neighbours);
  const count = numbered.areas.length;
  const mean = numbered.values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const variance = numbered.values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, count) - mean * mean;
  return numbered.areas.map((area, index) => {
    const around = numbered.neighbours[index] ?? [];
    const others = around.reduce((total, other) => total + (numbered.values[other] ?? 0), 0);
    const weights = around.length + 1;
    const spread = Math.sqrt((Math.max(0, variance) * (count * weights - weights * weights)) / Math.max(1, count - 1));
    return {
      area,
      z: spread > 0 ? ((numbered.values[index] ?? 0) + others - mean * weights) / spread : 0,
      p: permutationP(numbered.values, index, around.length, others, options),
    };
  });
};
