import type { Position } from '@marsad/records';
import { overlay } from './overlay.js';
import type { Parts } from './read-geometry.js';

/** Two areas that both hold the same ground. */
export interface Overlap {
  /** places of the two in the list, the smaller area first */
  pair: [number, number];
  squareKm: number;
  /** share of the smaller of the two, 0 to 1 */
  share: number;
  /** middle of the widest piece */
  position: Position;
}

export interface Overlaps {
  overlaps: Overlap[];
  /** ground that more than one area holds, as a share of all ground, 0 to 1 */
  twice: number;
}

/** Below one square metre an overlap is the rounding of coordinates. */
const LEAST_KM2 = 1e-6;

/**
 * Where areas overlap, the largest overlap first.
 * @param where what is looked at, for messages
 * @throws InputError when borders cross each other so often that it would take minutes
 */
export const findOverlaps = (areas: readonly Parts[], where: string): Overlaps => {
  const sizes = new Float64Array(areas.length);
  const found = new Map<number, { squareKm: number; widest: number; position: Position }>();
  let total = 0;
  let twice = 0;
  const add = (a: number, b: number, squareKm: number, lng: number, lat: number): void => {
    const key = Math.min(a, b) * areas.length + Math.max(a, b);
    const pair = found.get(key);
    if (pair === undefined) found.set(key, { squareKm, widest: squareKm, position: [lng, lat] });
    else {
      pair.squareKm += squareKm;
      if (squareKm > pair.widest) Object.assign(pair, { widest: squareKm, position: [lng, lat] });
    }
  };
  overlay(
    areas,
    (owners, squareKm, lng, lat) => {
      total += squareKm;
      if (owners.length > 1) twice += squareKm;
      for (const owner of owners) {
        sizes[owner] = (sizes[owner] ?? 0) + squareKm;
        for (const other of owners) if (other > owner) add(owner, other, squareKm, lng, lat);
      }
    },
    where,
  );
  const overlaps = [...found]
    .filter(([, { squareKm }]) => squareKm >= LEAST_KM2)
    .map(([key, { squareKm, position }]): Overlap => {
      const a = Math.floor(key / areas.length);
      const b = key % areas.length;
      const [small, large] = [sizes[a] ?? 0, sizes[b] ?? 0];
      return {
        pair: small <= large ? [a, b] : [b, a],
        squareKm,
        share: squareKm / Math.min(small, large),
        position,
      };
    });
  overlaps.sort((a, b) => b.squareKm - a.squareKm || a.pair[0] - b.pair[0]);
  return { overlaps, twice: total > 0 ? twice / total : 0 };
};
