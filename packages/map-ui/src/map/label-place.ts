import type { Area } from '@marsad/records/snapshot';

type Point = readonly [number, number];
type Ring = readonly Point[];

/** Cells along the longer side of the search grid; three rounds of it place a label to a few metres in a city. */
const GRID = 16;
const ROUNDS = 3;

/** Twice the signed area of a ring, in square degrees. */
const ringArea = (ring: Ring): number => {
  let sum = 0;
  ring.forEach(([x, y], index) => {
    const next = ring[(index + 1) % ring.length] ?? [x, y];
    sum += x * next[1] - next[0] * y;
  });
  return sum;
};

/** Square of the distance from a point to the line between two others. */
const squareToSegment = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const offX = x - ax - t * dx;
  const offY = y - ay - t * dy;
  return offX * offX + offY * offY;
};

/** Distance to the nearest edge, in degrees; negative outside of the polygon. */
const clearance = (point: Point, rings: readonly Ring[]): number => {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let a = ring[ring.length - 1];
    for (const b of ring) {
      if (a === undefined) break;
      if (a[1] > point[1] !== b[1] > point[1]) {
        const crossing = ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0];
        if (point[0] < crossing) inside = !inside;
      }
      nearest = Math.min(nearest, squareToSegment(point, a, b));
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

/**
 * Where the name of an area stands: the point of its largest part that is farthest from any edge or hole, found on a
 * grid that is refined round its best cell.
 */
export const labelPlace = (geometry: Area['geometry']): LabelPlace => {
  const parts: readonly (readonly Ring[])[] =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let largest: readonly Ring[] = [];
  let size = -1;
  for (const part of parts) {
    const area = Math.abs(ringArea(part[0] ?? []));
    if (area > size) [largest, size] = [part, area];
  }
  const outer = largest[0] ?? [];
  const xs = outer.map(([x]) => x);
  const ys = outer.map(([, y]) => y);
  let [west, east] = [Math.min(...xs), Math.max(...xs)];
  let [south, north] = [Math.min(...ys), Math.max(...ys)];
  let best: [number, number] = [(west + east) / 2, (south + north) / 2];
  let bestClearance = clearance(best, largest);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [width, height] = [(east - west) / GRID, (north - south) / GRID];
    for (let column = 0; column < GRID; column += 1) {
      let row = 0;
      while (row < GRID) {
        const point: [number, number] = [west + (column + 0.5) * width, south + (row + 0.5) * height];
        const found = clearance(point, largest);
        if (found > bestClearance) [best, bestClearance] = [point, found];
        // Whoever walks on gains no more room than the way is long: the cells that cannot be better are passed over.
        row += height > 0 ? Math.max(1, Math.floor((bestClearance - found) / height)) : GRID;
      }
    }
    [west, east, south, north] = [best[0] - width, best[0] + width, best[1] - height, best[1] + height];
  }
  return { point: best, room: Math.max(0, bestClearance) };
};
