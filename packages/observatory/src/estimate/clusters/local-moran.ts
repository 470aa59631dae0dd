import { type Neighbours, numberAreas } from './neighbours.js';
import { permutationP } from './permute.js';

export interface PermutationOptions {
  permutations: number;
  /** kept with the result, so that anybody can repeat it */
  seed: number;
}

/** An area and its neighbours: alike and high, alike and low, or an area that stands out from them. */
export type Quadrant = 'high-high' | 'low-high' | 'low-low' | 'high-low';

export interface LocalMoran {
  area: string;
  /** (n − 1) zᵢ Σⱼ wᵢⱼ zⱼ ÷ Σ z², weights adding up to 1 per area; 0 for an area without neighbours */
  i: number;
  quadrant: Quadrant;
  p: number;
}

/**
 * Local Moran's I of each area, with pseudo p-values by permutation. Source: Anselin, Geographical Analysis 27 (1995), in the
 * scaling of PySAL and GeoDa.
 */
export const localMoran = (
  values: ReadonlyMap<string, number>,
  neighbours: Neighbours,
  options: PermutationOptions,
): LocalMoran[] => {
  const numbered = numberAreas(values, neighbours);
  const count = numbered.areas.length;
  const mean = numbered.values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const deviations = numbered.values.map((value) => value - mean);
  const squares = deviations.reduce((sum, value) => sum + value * value, 0);
  return numbered.areas.map((area, index) => {
    const around = numbered.neighbours[index] ?? [];
    const own = deviations[index] ?? 0;
    const sum = around.reduce((total, other) => total + (deviations[other] ?? 0), 0);
    const lag = around.length > 0 ? sum / around.length : 0;
    const quadrant: Quadrant = own > 0 ? (lag > 0 ? 'high-high' : 'high-low') : lag > 0 ? 'low-high' : 'low-low';
    return {
      area,
      i: squares > 0 ? ((count - 1) * own * lag) / squares : 0,
      quadrant,
      p: permutationP(deviations, index, around.length, sum, options),
    };
  });
};
