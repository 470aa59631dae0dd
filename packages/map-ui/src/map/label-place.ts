import type { Area } from '@marsad/records/snapshot';

type Point = readonly [number, number];
type Ring = readonly Point[];

/** What is always too little to look for, as a part of the longer side. */
const FINEST = 1 / 2000;

/** Twice the signed area of a ring, in square degrees. */
const ringArea = (ring: Ring): number => {
  let sum = 0;
  ring.forEach(([x, y], index) => {
    const next = ring[(index + 1) % ring.length] ?? [x, y];
    sum += x * next[1] - next[0] * y;
  });
  return sum;
};

/** Distance to the nearest edge, in degrees; negative outside of the polygon. */
const clearance = (x: number, y: number, rings: readonly Ring[]): number => {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let a = ring[ring.length - 1];
    for (const b of ring) {
      if (a === undefined) break;
      const dx = b[0] - a[0];
      const dy = b[1] - a[1];
      if (a[1] > y !== b[1] > y && x < (dx * (y - a[1])) / dy + a[0]) inside = !inside;
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
      const offX = x - a[0] - along * dx;
      const offY = y - a[1] - along * dy;
      nearest = Math.min(nearest, offX * offX + offY * offY);
      a = b;
    }
  }
  return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
};

export interface LabelPlace {
  /** longitude, latitude in degrees */
  point: [number, number];
  /** distance to the nearest edge, in degrees: how much room the name has */
  room: number;
}

/** A square that is looked at: its middle, half its side, and the most room that any place in it can have. */
interface Cell {
  x: number;
  y: number;
  half: number;
  most: number;
}

/**
 * Where the name of an area stands: the point of its largest part that is farthest from any edge or hole, to a fiftieth of
 * that distance, or to another part of it. Squares are quartered as long as one of their places can be better than the best middle so far: whoever
 * walks gains no more room than the way is long.
 * @param worth a place this much better than the found one is looked for, as a part of the found room
 */
export const labelPlace = (geometry: Area['geometry'], worth = 0.02): LabelPlace => {
  const parts: readonly (readonly Ring[])[] =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let largest: readonly Ring[] = [];
  let size = -1;
  for (const part of parts) {
    const area = Math.abs(ringArea(part[0] ?? []));
    if (area > size) [largest, size] = [part, area];
  }
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [x, y] of largest[0] ?? []) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const side = Math.max(east - west, north - south);
  let best: [number, number] = [(west + east) / 2, (south + north) / 2];
  let room = Number.NEGATIVE_INFINITY;
  const look = (x: number, y: number, half: number): Cell => {
    const found = clearance(x, y, largest);
    if (found > room) [best, room] = [[x, y], found];
    return { x, y, half, most: found + half * Math.SQRT2 };
  };
  let cells = [look(best[0], best[1], side / 2)];
  while (cells.length > 0) {
    const finer: Cell[] = [];
    for (const { x, y, half, most } of cells) {
      if (most <= Math.max(room, room * (1 + worth)) + side * FINEST) continue;
      const quarter = half / 2;
      for (const dx of [-quarter, quarter]) {
        for (const dy of [-quarter, quarter]) finer.push(look(x + dx, y + dy, quarter));
      }
    }
    // The most promising first: what they find spares the others.
    cells = finer.sort((a, b) => b.most - a.most);
  }
  return { point: best, room: Math.max(0, room) };
};
