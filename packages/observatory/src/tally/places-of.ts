import { type AreaCollection, InputError, RUNGS, type Rung } from '@marsad/records';
import type { PlacedPost } from './placed-post.js';

/** The areas of a post, each once, with the surest rung and the whole weight it has there; and for the city as a whole. */
export interface Places {
  areas: readonly { area: string; rung: Rung; weight: number }[];
  /** the surest rung of all */
  rung: Rung;
}

const surest = (a: Rung, b: Rung): Rung => (RUNGS.indexOf(a) <= RUNGS.indexOf(b) ? a : b);

/** Refuses an area that the boundaries lack. */
export const knownAreas = ({ features }: AreaCollection): ((area: string, what: string) => void) => {
  const known = new Set(features.map(({ id }) => id));
  return (area, what) => {
    if (known.has(area)) return;
    throw new InputError('unknown-area', `${what}: placed in area ${area}, which the boundaries lack`, {
      remedy: 'The boundaries have changed: run `marsad place`, then `marsad tally` again.',
    });
  };
};

/** Where a post counts. */
export const placesOf = ({ placements }: PlacedPost): Places => {
  const areas: { area: string; rung: Rung; weight: number }[] = [];
  let cityRung: Rung = 'city';
  for (const { areaId, rung, weight } of placements) {
    if (areaId === null) continue;
    cityRung = surest(cityRung, rung);
    const before = areas.find(({ area }) => area === areaId);
    if (!before) areas.push({ area: areaId, rung, weight });
    else {
      before.rung = surest(before.rung, rung);
      before.weight += weight;
    }
  }
  return { areas, rung: cityRung };
};
