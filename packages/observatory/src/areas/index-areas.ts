import { bbox, booleanPointInPolygon, multiPolygon } from '@turf/turf';
import { ASK, type Grid, gridOver } from './grid.js';
import { type Part, type PolygonFeatures, partsOf } from './parts.js';

export interface AreaIndex {
  /** The area that holds the point (WGS 84 degrees), or undefined outside all of them. */
  containing(lng: number, lat: number): string | undefined;
}

/** Relative rounding error of `u1 * v2 - u2 * v1` on doubles, with room to spare (Shewchuk 1997 has 3.33e-16). */
const ROUNDING = 1e-15;

/**
 * Whether a part holds a point, by the crossings of a ray to the side with the edges of the point's own grid row.
 * @returns undefined where the point is on an edge or too near one for plain arithmetic
 */
const holds = (grid: Grid, part: number, row: number, x: number, y: number): boolean | undefined => {
  const { rowEdges, rowStart } = grid;
  const slot = (grid.rowOffset[part] ?? 0) + row - (grid.firstRow[part] ?? 0);
  const end = rowStart[slot + 1] ?? 0;
  let inside = false;
  for (let edge = rowStart[slot] ?? 0; edge < end; edge += 4) {
    const v1 = (rowEdges[edge + 1] ?? 0) - y;
    const v2 = (rowEdges[edge + 3] ?? 0) - y;
    if (v1 > 0 === v2 > 0) {
      if (v1 !== 0 && v2 !== 0) continue;
      const u1 = (rowEdges[edge] ?? 0) - x;
      const u2 = (rowEdges[edge + 2] ?? 0) - x;
      // Level with a corner or with a flat edge: only a point on it needs a closer look.
      if (v1 === 0 && v2 === 0 ? u1 * u2 <= 0 : u1 * u2 === 0) return undefined;
      continue;
    }
    const u1 = (rowEdges[edge] ?? 0) - x;
    const u2 = (rowEdges[edge + 2] ?? 0) - x;
    const left = u1 * v2;
    const right = u2 * v1;
    const side = left - right;
    if (Math.abs(side) <= ROUNDING * (Math.abs(left) + Math.abs(right))) return undefined;
    if (side > 0 === v2 > 0) inside = !inside;
  }
  return inside;
};

/**
 * An index that finds the area of a point, exact on every point: equal to turf's `booleanPointInPolygon`, borders
 * included. A point on the border of several areas, or in several that overlap, belongs to the first of them in the
 * order of the features. Most points are answered by one look into a grid, the others by counting crossings, the few on
 * an edge by turf itself.
 * @throws InputError for a feature without id or one that is no polygon
 */
export const indexAreas = (collection: PolygonFeatures): AreaIndex => {
  const parts: Part[] = partsOf(collection);
  const everything = multiPolygon(parts.map(({ rings }) => rings));
  const [west, south, east, north] = bbox(everything);
  const grid = gridOver(parts, [west, south, east, north]);
  const { minX, minY, maxX, maxY, size, answer, candidateStart, candidates } = grid;

  const askParts = (cell: number, row: number, lng: number, lat: number): string | undefined => {
    const end = candidateStart[cell + 1] ?? 0;
    for (let slot = candidateStart[cell] ?? 0; slot < end; slot += 1) {
      const entry = candidates[slot] ?? 0;
      const part = parts[entry >> 1];
      if (!part) continue;
      if (entry % 2 === 0) return part.area;
      const held =
        holds(grid, entry >> 1, row, lng, lat) ??
        booleanPointInPolygon([lng, lat], { type: 'Polygon', coordinates: part.rings });
      if (held) return part.area;
    }
    return undefined;
  };

  const within = (lng: number): boolean => lng >= minX && lng <= maxX;
  // Areas across the 180th meridian may be written with longitudes beyond it: there every point has a second name.
  const turned = (lng: number): number => {
    if (maxX > 180 && lng < minX) return lng + 360;
    return minX < -180 && lng > maxX ? lng - 360 : lng;
  };

  return {
    containing: (given, lat) => {
      const lng = within(given) ? given : turned(given);
      if (!(within(lng) && lat >= minY && lat <= maxY)) return undefined;
      const column = Math.min(size - 1, Math.floor((lng - minX) * grid.columnsPerDegree));
      const row = Math.min(size - 1, Math.floor((lat - minY) * grid.rowsPerDegree));
      const cell = row * size + column;
      const known = answer[cell] ?? -1;
      return known === ASK ? askParts(cell, row, lng, lat) : parts[known]?.area;
    },
  };
};
