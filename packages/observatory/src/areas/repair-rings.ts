import { InputError, type Position } from '@marsad/records';
import { booleanClockwise, polygon, truncate } from '@turf/turf';
import { shownPosition } from './problems.js';
import type { Parts } from './read-geometry.js';
import { DECIMALS } from './units.js';

/** What was mended, in numbers of rings or vertices. */
export interface Repairs {
  closed: number;
  rewound: number;
  duplicates: number;
  holesDropped: number;
  /** parts that lay across the 180th meridian */
  cutAtDateLine: number;
}

export const NOTHING_REPAIRED: Repairs = { closed: 0, rewound: 0, duplicates: 0, holesDropped: 0, cutAtDateLine: 0 };

/** A ring that encloses nothing, and where it lies. */
export class RingError extends InputError {
  constructor(
    message: string,
    readonly position: Position | undefined,
  ) {
    super('bad-ring', position === undefined ? message : `${message} near ${shownPosition(position)}`, {
      remedy: 'Draw the outline anew there, or take it out.',
    });
  }
}

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Whether all vertices lie on one line (at the precision they are rounded to), so that the ring encloses nothing. */
const isFlat = (ring: readonly Position[]): boolean => {
  const [a = [0, 0]] = ring;
  const b = ring.find((position) => !same(position, a)) ?? a;
  return ring.every((c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) < 1e-15);
};

/** Closes a ring and leaves out vertices that repeat the one before. Vertices in line stay: a neighbour may end there. */
const mendRing = (ring: Position[], repairs: Repairs, where: string): Position[] => {
  const first = ring[0];
  const whole = first && !same(first, ring.at(-1)) ? [...ring, first] : ring;
  if (whole !== ring) repairs.closed += 1;
  if (whole.length < 4)
    throw new RingError(`${where}: expected a ring of at least 4 positions, got ${whole.length}`, first);
  const rounded = truncate(polygon([whole]), { precision: DECIMALS, coordinates: 2 }).geometry.coordinates[0] ?? [];
  const mended: Position[] = [];
  for (const [x = 0, y = 0] of rounded) if (!same([x, y], mended.at(-1))) mended.push([x, y]);
  repairs.duplicates += whole.length - mended.length;
  return mended;
};

/**
 * Mends what can be mended without a guess: unclosed rings, repeated vertices, more digits than the ground has, winding
 * (RFC 7946: outer rings anticlockwise, holes clockwise). `repairs` is added to.
 * @throws RingError for a ring that encloses nothing
 */
export const repairRings = (parts: Parts, repairs: Repairs, where: string): Parts =>
  parts.map((rings) => {
    const mended = rings
      .map((ring) => mendRing(ring, repairs, where))
      .filter((ring, index) => {
        if (ring.length >= 4 && !isFlat(ring)) return true;
        if (index === 0)
          throw new RingError(`${where}: expected an outline that encloses an area, got a point or a line`, ring[0]);
        repairs.holesDropped += 1;
        return false;
      });
    return mended.map((ring, index) => {
      const isHole = index > 0;
      if (booleanClockwise(ring) === isHole) return ring;
      repairs.rewound += 1;
      return ring.toReversed();
    });
  });
