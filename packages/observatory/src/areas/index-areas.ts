import { bbox, booleanPointInPolygon, multiPolygon } from '@turf/turf';
import { END, gridOver, NOBODY } from './grid.js';
import { type Part, type PolygonFeatures, partsOf } from './parts.js';

export interface AreaIndex {
  /** The area that holds the point (WGS 84 degrees), or undefined outside all of them. */
  containing(lng: number, lat: number): string | undefined;
}

/** Relative rounding error of `u1 * v2 - u2 * v1` on doubles, with room to spare (Shewchuk 1997 has 3.33e-16). */
const ROUNDING = 1e-15;

/**
 * Whether a part holds a point, by the crossings of a ray to the side with the edges of the point's own grid row, which
 * stand in one slot.
 * @returns undefined where the point is on an edge or too near one for plain arithmetic
 */
const holds = (
  rowStart: Int32Array,
  rowEdges: Float64Array,
  slot: number,
  x: number,
  y: number,
): boolean | undefined => {
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
 * an edge by turf itself. An outline written across the 180th meridian (from 179.9 to −179.9) is cut there first, as
 * `loadAreas` does.
 * @throws InputError for what is no collection, a feature without id or one that is no polygon
 */
export const indexAreas = (collection: PolygonFeatures): AreaIndex => {
  const parts: Part[] = partsOf(collection);
  const everything = multiPolygon(parts.map(({ rings }) => rings));
  const [west, south, east, north] = bbox(everything);
  const grid = gridOver(parts, [west, south, east, north]);
  const { minX, minY, maxX, maxY, size, columnsPerDegree, rowsPerDegree } = grid;
  const { answer, candidates, rowBase, rowStart, rowEdges } = grid;
  const areaOf = parts.map(({ area }) => area);

  const askParts = (first: number, row: number, lng: number, lat: number): string | undefined => {
    for (let slot = first; ; slot += 1) {
      const entry = candidates[slot] ?? END;
      if (entry === END) return undefined;
      const part = entry >> 1;
      if (entry % 2 === 0) return areaOf[part];
      const held =
        holds(rowStart, rowEdges, (rowBase[part] ?? 0) + row, lng, lat) ??
        booleanPointInPolygon([lng, lat], { type: 'Polygon', coordinates: parts[part]?.rings ?? [] });
      if (held) return areaOf[part];
    }
  };

  /** The area of a point inside the box of all areas. */
  const within = (lng: number, lat: number): string | undefined => {
    const column = Math.min(size - 1, Math.floor((lng - minX) * columnsPerDegree));
    const row = Math.min(size - 1, Math.floor((lat - minY) * rowsPerDegree));
    const known = answer[row * size + column] ?? NOBODY;
    if (known >= 0) return areaOf[known];
    return known === NOBODY ? undefined : askParts(-2 - known, row, lng, lat);
  };

  // Areas across the 180th meridian may be written with longitudes beyond it: there every point has a second name.
  const turned = (lng: number): number => {
    if (maxX > 180 && lng < minX) return lng + 360;
    return minX < -180 && lng > maxX ? lng - 360 : lng;
  };

  return {
    containing: (lng, lat) => {
      if (!(lat >= minY && lat <= maxY)) return undefined;
      if (lng >= minX && lng <= maxX) return within(lng, lat);
      const other = turned(lng);
      return other >= minX && other <= maxX ? within(other, lat) : undefined;
    },
  };
};
