import { InputError } from '@marsad/records';
import { cutAtDateLine } from './cut-at-date-line.js';
import { shown } from './shown.js';

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

const listOf = <Item>(value: readonly Item[] | undefined, what: string, where: string): readonly Item[] => {
  if (Array.isArray(value)) return value as readonly Item[];
  throw new InputError('bad-area', `${where}: expected ${what}, got ${shown(value)}`);
};

const closed = (ring: readonly (readonly number[])[], area: string): [number, number][] => {
  const positions = listOf(ring, 'a ring of positions', `area ${area}`).map((position): [number, number] => {
    const [x, y] = listOf(position, 'a position', `area ${area}`);
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y))
      throw new InputError('bad-area', `area ${area}: expected positions of two finite numbers, got [${x}, ${y}]`);
    return [x, y];
  });
  const first = positions[0];
  const last = positions.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push(first);
  return positions;
};

/** Whether the longitudes of a ring jump from one end to the other: it crosses the 180th meridian uncut. */
const jumps = (rings: readonly [number, number][][]): boolean =>
  rings.some((ring) => ring.some(([x], at) => Math.abs(x - (ring[at - 1]?.[0] ?? x)) > 180));

/**
 * The polygons of a collection, one after the other in the order of its features. One that crosses the 180th meridian
 * uncut is cut there, as `loadAreas` does.
 * @throws InputError for what is no collection, a feature without id or one that is no polygon
 */
export const partsOf = (collection: PolygonFeatures): Part[] =>
  listOf((collection as PolygonFeatures | null)?.features, 'a collection of features', 'areas').flatMap(
    (feature: PolygonFeatures['features'][number] | null, at) => {
      const { id, geometry } = feature ?? {};
      if (id === undefined || id === null)
        throw new InputError('bad-area', `feature ${at + 1}: expected an id, got none`, {
          remedy: 'Read boundaries with loadAreas, which gives every feature an id.',
        });
      const area = String(id);
      if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')
        throw new InputError('bad-area', `area ${area}: expected a Polygon or MultiPolygon`);
      const where = `area ${area}`;
      const polygons =
        geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : listOf(geometry.coordinates, 'a list of polygons', where);
      return polygons.flatMap((polygon) => {
        const rings = listOf(polygon, 'a list of rings', where).map((ring) => closed(ring, area));
        const pieces = jumps(rings) ? cutAtDateLine([rings]) : undefined;
        return (pieces ?? [rings]).map((piece) => ({ area, rings: piece, edges: edgesOf(piece) }));
      });
    },
  );
