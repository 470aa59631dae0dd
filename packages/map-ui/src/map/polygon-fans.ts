import type { Area } from '@marsad/records/snapshot';

/** Polygons as fans of triangles, for drawing by even and odd: what an odd number of triangles covers lies inside. */
export interface PolygonFans {
  /** the point that positions count from, in Mercator coordinates (0–1, north-west first): small numbers stay exact */
  origin: readonly [number, number];
  /** x, y of every corner, less the origin */
  positions: Float32Array;
  /** of every area, in their order: three indices of corners for each triangle */
  triangles: readonly Uint32Array[];
}

/** Web Mercator of a longitude and latitude in degrees, as parts of the world: EPSG 3857, scaled to 0–1, south downward. */
const mercator = (longitude: number, latitude: number): [number, number] => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};

/** Every ring, outer ones and holes alike, becomes a fan around its first corner. */
export const polygonFans = (areas: readonly Area[]): PolygonFans => {
  const positions: number[] = [];
  let origin: [number, number] | null = null;
  const triangles = areas.map(({ geometry }) => {
    const indices: number[] = [];
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of parts.flat()) {
      const first = positions.length / 2;
      // The last corner of a ring is its first.
      ring.slice(0, -1).forEach(([longitude, latitude], at) => {
        const [x, y] = mercator(longitude, latitude);
        origin ??= [x, y];
        positions.push(x - origin[0], y - origin[1]);
        if (at >= 2) indices.push(first, first + at - 1, first + at);
      });
    }
    return Uint32Array.from(indices);
  });
  return { origin: origin ?? [0, 0], positions: Float32Array.from(positions), triangles };
};
