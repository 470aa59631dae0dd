import type { Snapshot } from '@marsad/observatory';
import { type Basemap, openBasemap } from './open-basemap.js';

/**
 * The basemap that a flag names, looked at for the city of a snapshot.
 * @param path undefined where none is named
 * @throws InputError when the file cannot be used
 */
export const basemapOfCity = async (path: string | undefined, { areas }: Snapshot): Promise<Basemap | undefined> => {
  if (path === undefined) return undefined;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of areas.features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [x = 0, y = 0] of polygons.flat(2)) {
      [west, south] = [Math.min(west, x), Math.min(south, y)];
      [east, north] = [Math.max(east, x), Math.max(north, y)];
    }
  }
  return openBasemap(path, [west, south, east, north]);
};
