import {
  type AreaCollection,
  type Findings,
  type OverallEstimate,
  SIGNALS,
  type SpatialClusters,
} from '@marsad/records';
import { findClusters } from '../estimate/clusters/find-clusters.js';
import { touchingAreas } from './touching-areas.js';

/** Kept with the result; the same for every city, so that the same figures give the same clusters. */
const SEED = 20_260_330;
/** Fewer areas have no pattern that shuffling could tell from chance. */
const LEAST_AREAS = 8;
/** Shufflings of all areas together that are worth their time. */
const MOST_DRAWS = 3_000_000;
const MOST_PERMUTATIONS = 9999;
const LEAST_PERMUTATIONS = 999;

const rounded = (value: number): number => Number(value.toPrecision(4));

/**
 * Clusters of the overall corrected shares of every signal, drawn towards the city where they are: of published figures and
 * boundaries alone, so that nothing hidden can come through, and anybody can repeat them. Areas without a figure are no
 * neighbours. Signals whose shares are all alike, or are not
 * corrected by labels, have none: a model card leaves too much open.
 */
export const clustersOfAreas = (
  overall: readonly OverallEstimate[],
  areas: AreaCollection,
): NonNullable<Findings['clusters']> => {
  const neighbours = touchingAreas(areas);
  const of = SIGNALS.flatMap((signal): [string, SpatialClusters][] => {
    const values = new Map(
      overall.flatMap(({ area, estimates }): [string, number][] => {
        const estimate = estimates[signal];
        if (area === null || estimate === undefined) return [];
        if (estimate.method !== 'labels' || estimate.tooFewLabels) return [];
        return [[area, estimate.shrunk ?? estimate.rate]];
      }),
    );
    if (values.size < LEAST_AREAS || new Set(values.values()).size < 2) return [];
    const permutations = Math.max(
      LEAST_PERMUTATIONS,
      Math.min(MOST_PERMUTATIONS, Math.floor(MOST_DRAWS / values.size)),
    );
    const clusters = findClusters(values, neighbours, { permutations, seed: SEED });
    return [
      [
        signal,
        {
          ...clusters,
          areas: clusters.areas.map(({ area, moran, hotSpot, found }) => ({
            area,
            moran: { ...moran, i: rounded(moran.i), p: rounded(moran.p) },
            hotSpot: { z: rounded(hotSpot.z), p: rounded(hotSpot.p) },
            found,
          })),
        },
      ],
    ];
  });
  return Object.fromEntries(of);
};
