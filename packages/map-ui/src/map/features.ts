import type { Area } from '@marsad/records/snapshot';
import { INTERFACE_LANGUAGES } from '@marsad/records/without-checks';
import type { FeatureCollection, MultiLineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { nameIn } from '../view/names.js';
import { labelPlace } from './label-place.js';

/** Names of an area as map properties: `name-ar`, `name-en`, `name-fr`, each filled by the nearest there is. */
const nameProperties = (area: Area): Record<string, string> =>
  Object.fromEntries(
    INTERFACE_LANGUAGES.map((language) => [`name-${language}`, nameIn(area.properties.names, language, area.id).text]),
  );

/**
 * The polygons for the map. Feature-state wants whole numbers as ids, so a feature's id is the area's position in the
 * list; no figure is written into the geometry.
 */
export const polygonFeatures = (areas: readonly Area[]): FeatureCollection<Polygon | MultiPolygon> => ({
  type: 'FeatureCollection',
  features: areas.map((area, index) => ({ type: 'Feature', id: index, properties: {}, geometry: area.geometry })),
});

/** Areas from which on a name may stand a tenth of its room from the best place: so many are small, and looking takes longest. */
const MANY = 1000;

/** One point for each name, with the room it has and how many people it is the home of. Labels of their own, because a polygon cut by tiles would be named once in every tile. */
export const labelFeatures = (areas: readonly Area[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: areas.map((area, index) => {
    const { point, room } = labelPlace(area.geometry, areas.length >= MANY ? 0.1 : undefined);
    return {
      type: 'Feature',
      id: index,
      properties: { ...nameProperties(area), room, population: area.properties.population ?? 0 },
      geometry: { type: 'Point', coordinates: point },
    };
  }),
});

/** The outline of one area, to be drawn above the others because of a mark: it is selected, or under the pointer. */
export type Mark = 'hover' | 'selected';

/** The marked areas by themselves: few outlines are drawn sooner than thousands of which all but few have no width. */
export const markFeatures = (
  areas: readonly Area[],
  marks: Readonly<Record<Mark, number | null>>,
): FeatureCollection<Polygon | MultiPolygon> => ({
  type: 'FeatureCollection',
  features: (['hover', 'selected'] as const).flatMap((mark) => {
    const area = areas[marks[mark] ?? -1];
    return area ? [{ type: 'Feature', properties: { mark }, geometry: area.geometry }] : [];
  }),
});

/** More corners than any city has: two of them make one number that is exact. */
const MOST_CORNERS = 2 ** 26;

/**
 * The borders of all areas, each stretch once: neighbours that have the same corners share it, and to draw it for both would
 * take twice as long.
 */
export const borderFeatures = (areas: readonly Area[]): FeatureCollection<MultiLineString> => {
  // By numbers all along: to write thousands of positions as text would take longer than all else here.
  const corners = new Map<number, Map<number, number>>();
  let known = 0;
  const cornerOf = ([x, y]: Position): number => {
    const column = corners.get(x ?? 0) ?? new Map<number, number>();
    corners.set(x ?? 0, column);
    const corner = column.get(y ?? 0) ?? known;
    if (corner === known) known += 1;
    column.set(y ?? 0, corner);
    return corner;
  };
  const drawn = new Set<number>();
  const linesOf = (ring: readonly Position[]): Position[][] => {
    const lines: Position[][] = [];
    let line: Position[] = [];
    let last: { position: Position; corner: number } | null = null;
    for (const position of ring) {
      const corner = cornerOf(position);
      if (last !== null && last.corner !== corner) {
        const stretch = Math.min(last.corner, corner) * MOST_CORNERS + Math.max(last.corner, corner);
        if (drawn.has(stretch)) line = [];
        else {
          if (line.length === 0) {
            line = [last.position];
            lines.push(line);
          }
          line.push(position);
          drawn.add(stretch);
        }
      }
      last = { position, corner };
    }
    return lines;
  };
  return {
    type: 'FeatureCollection',
    features: areas.flatMap(({ geometry }) => {
      const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const coordinates = parts.flat().flatMap(linesOf);
      if (coordinates.length === 0) return [];
      return [{ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } }];
    }),
  };
};

/** West, south, east, north of all areas, in degrees. */
export const boundsOf = (areas: readonly Area[]): [number, number, number, number] => {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const { geometry } of areas) {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [x, y] of parts.flat(2)) {
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    }
  }
  return bounds;
};
