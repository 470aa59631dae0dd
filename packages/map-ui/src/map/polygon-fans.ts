import type { Area } from '@marsad/records/snapshot';
import { neededCorners } from './simplify-ring.js';

/** Polygons as fans of triangles, for drawing by even and odd: what an odd number of triangles covers lies inside. */
export interface PolygonFans {
  /** the point that positions count from, in Mercator coordinates (0–1, north-west first): small numbers stay exact */
  origin: readonly [number, number];
  /** x, y of every corner, less the origin */
  positions: Float32Array;
  /** of every area, in their order: three indices of corners for each triangle */
  triangles: readonly Uint32Array[];
  /** of every area, its rings: the first of its corners, and how many it has */
  rings: readonly (readonly (readonly [first: number, corners: number])[])[];
}

/** Web Mercator of a longitude and latitude in degrees, as parts of the world: EPSG 3857, scaled to 0–1, south downward. */
const mercator = (longitude: number, latitude: number): [number, number] => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};

/** A fan of triangles around the first of some corners. */
const fan = (corners: readonly number[]): number[] =>
  corners.slice(2).flatMap((corner, at) => [corners[0] ?? 0, corners[at + 1] ?? 0, corner]);

/** Every ring, outer ones and holes alike, becomes a fan around its first corner. */
export const polygonFans = (areas: readonly Area[]): PolygonFans => {
  const positions: number[] = [];
  let origin: [number, number] | null = null;
  const rings = areas.map(({ geometry }) => {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return parts.flat().map((ring): [number, number] => {
      const first = positions.length / 2;
      // The last corner of a ring is its first.
      for (const [longitude, latitude] of ring.slice(0, -1)) {
        const [x, y] = mercator(longitude, latitude);
        origin ??= [x, y];
        positions.push(x - origin[0], y - origin[1]);
      }
      return [first, positions.length / 2 - first];
    });
  });
  const triangles = rings.map((of) =>
    Uint32Array.from(of.flatMap(([first, corners]) => fan(Array.from({ length: corners }, (_, at) => first + at)))),
  );
  return { origin: origin ?? [0, 0], positions: Float32Array.from(positions), triangles, rings };
};

/**
 * Triangles of every area with as few corners as leave its outline within `tolerance` of the true one, in parts of the world's
 * width.
 */
export const coarseTriangles = ({ positions, rings }: PolygonFans, tolerance: number): Uint32Array[] =>
  rings.map((of) =>
    Uint32Array.from(
      of.flatMap(([first, length]) => {
        const ring = Array.from({ length }, (_, at): [number, number] => [
          positions[2 * (first + at)] ?? 0,
          positions[2 * (first + at) + 1] ?? 0,
        ]);
        return fan(neededCorners(ring, tolerance).map((at) => first + at));
      }),
    ),
  );
