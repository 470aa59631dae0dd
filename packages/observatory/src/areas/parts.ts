import { InputError } from '@marsad/records';

/** What an index is built from: any GeoJSON FeatureCollection of polygons whose features have an `id`. */
export interface PolygonFeatures {
  features: readonly {
    id?: string | number | undefined;
    geometry:
      | { type: 'Polygon'; coordinates: readonly (readonly (readonly number[])[])[] }
      | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };
  }[];
}

/** One polygon, holes included; a MultiPolygon gives several with the same area. */
export interface Part {
  area: string;
  /** closed rings, outer ring first */
  rings: [number, number][][];
  /** x1, y1, x2, y2 of every edge of every ring */
  edges: Float64Array;
}

const edgesOf = (rings: readonly [number, number][][]): Float64Array => {
  const flat: number[] = [];
  for (const ring of rings) {
    let previous = ring[0];
    for (const next of ring.slice(1)) {
      if (previous) flat.push(previous[0], previous[1], next[0], next[1]);
      previous = next;
    }
  }
  return Float64Array.from(flat);
};

const closed = (ring: readonly (readonly number[])[], area: string): [number, number][] => {
  const positions = ring.map(([x, y]): [number, number] => {
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y))
      throw new InputError('bad-area', `area ${area}: expected positions of two finite numbers, got [${x}, ${y}]`);
    return [x, y];
  });
  const first = positions[0];
  const last = positions.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push(first);
  return positions;
};

/**
 * The polygons of a collection, one after the other in the order of its features.
 * @throws InputError for a feature without id or one that is no polygon
 */
export const partsOf = (collection: PolygonFeatures): Part[] =>
  collection.features.flatMap(({ id, geometry }, at) => {
    if (id === undefined || id === null)
      throw new InputError('bad-area', `feature ${at + 1}: expected an id, got none`, {
        remedy: 'Read boundaries with loadAreas, which gives every feature an id.',
      });
    const area = String(id);
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')
      throw new InputError('bad-area', `area ${area}: expected a Polygon or MultiPolygon`);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((polygon) => {
      const rings = polygon.map((ring) => closed(ring, area));
      return { area, rings, edges: edgesOf(rings) };
    });
  });
