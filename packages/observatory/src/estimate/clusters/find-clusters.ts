import { benjaminiHochberg } from '../false-discovery.js';
import { hotSpots } from './getis-ord.js';
import { localMoran, type PermutationOptions, type Quadrant } from './local-moran.js';
import type { Neighbours } from './neighbours.js';

export interface AreaCluster {
  area: string;
  moran: { i: number; p: number; quadrant: Quadrant };
  hotSpot: { z: number; p: number };
  /** what stands after false-discovery control over the areas, which depend on each other as neighbours do */
  found: Quadrant | 'hot' | 'cold' | null;
}

export interface Clusters extends PermutationOptions {
  areas: AreaCluster[];
}

/**
 * Spatial clusters of figures that were shrunk towards the city: local Moran's I says where neighbours are alike or an area
 * stands out, Gi* where high or low figures lie together. Both by permutation; the seed and number come back with the
 * result. Tests that share neighbours depend on each other, but in the way that Benjamini & Hochberg's rule bears (Caldas de
 * Castro & Singer, Geographical Analysis 38 (2006)).
 */
export const findClusters = (
  values: ReadonlyMap<string, number>,
  neighbours: Neighbours,
  {
    permutations = 9999,
    seed = 1,
    falseDiscoveryRate = 0.05,
  }: Partial<PermutationOptions> & { falseDiscoveryRate?: number } = {},
): Clusters => {
  const options = { permutations, seed };
  const moran = localMoran(values, neighbours, options);
  const hot = hotSpots(values, neighbours, options);
  const clustered = benjaminiHochberg(
    moran.map(({ p }) => p),
    falseDiscoveryRate,
  );
  const warm = benjaminiHochberg(
    hot.map(({ p }) => p),
    falseDiscoveryRate,
  );
  return {
    permutations,
    seed,
    areas: moran.map(({ area, i, p, quadrant }, index) => {
      const spot = hot[index] ?? { z: 0, p: 1 };
      const ofSpot = warm[index] === true ? (spot.z > 0 ? 'hot' : 'cold') : null;
      return {
        area,
        moran: { i, p, quadrant },
        hotSpot: { z: spot.z, p: spot.p },
        found: clustered[index] === true ? quadrant : ofSpot,
      };
    }),
  };
};
