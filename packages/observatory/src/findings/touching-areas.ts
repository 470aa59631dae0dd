import type { AreaCollection, Position } from '@marsad/records';
import Flatbush from 'flatbush';
import type { Neighbours } from '../estimate/clusters/neighbours.js';

/** Degrees under which two borders are the same one: about two metres, as boundaries of different hands leave. */
const TOLERANCE = 2e-5;

interface Outline {
  id: string;
  rings: readonly (readonly Position[])[];
  /** west, south, east, north */
  box: [number, number, number, number];
}

const outlineOf = ({ id, geometry }: AreaCollection['features'][number]): Outline => {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const box: Outline['box'] = [180, 90, -180, -90];
  for (const ring of rings)
    for (const [x, y] of ring) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  return { id, rings, box };
};

const isNear = ([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): boolean => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy) <= TOLERANCE;
};

/** Whether a corner of one lies on the border of the other. */
const hasCornerOn = (one: Outline, other: Outline): boolean => {
  const [west, south, east, north] = other.box;
  const corners = one.rings.flatMap((ring) =>
    ring.filter(
      ([x, y]) => x >= west - TOLERANCE && x <= east + TOLERANCE && y >= south - TOLERANCE && y <= north + TOLERANCE,
    ),
  );
  return other.rings.some((ring) =>
    ring.slice(1).some((end, at) => {
      const start = ring[at] ?? end;
      return corners.some((corner) => isNear(corner, start, end));
    }),
  );
};

/**
 * Which areas touch which, in an edge or a corner (queen contiguity): area id → ids, sorted. Two polygons that touch have a
 * corner of one on the border of the other.
 */
export const touchingAreas = ({ features }: AreaCollection): Neighbours => {
  const outlines = features.map(outlineOf);
  const found = new Map<string, string[]>(outlines.map(({ id }) => [id, []]));
  if (outlines.length === 0) return found;
  const index = new Flatbush(outlines.length);
  for (const { box } of outlines) index.add(...box);
  index.finish();
  outlines.forEach((one, at) => {
    const [west, south, east, north] = one.box;
    for (const near of index.search(west - TOLERANCE, south - TOLERANCE, east + TOLERANCE, north + TOLERANCE)) {
      const other = outlines[near];
      if (near <= at || other === undefined) continue;
      if (!hasCornerOn(one, other) && !hasCornerOn(other, one)) continue;
      found.get(one.id)?.push(other.id);
      found.get(other.id)?.push(one.id);
    }
  });
  for (const ids of found.values()) ids.sort();
  return found;
};
