import { type Area, INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
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

/** One point for each name, with the room it has. Labels of their own, because a polygon cut by tiles would be named once in every tile. */
export const labelFeatures = (areas: readonly Area[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: areas.map((area, index) => {
    const { point, room } = labelPlace(area.geometry);
    return {
      type: 'Feature',
      id: index,
      properties: { ...nameProperties(area), room },
      geometry: { type: 'Point', coordinates: point },
    };
  }),
});

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
