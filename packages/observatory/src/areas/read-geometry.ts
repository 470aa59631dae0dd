import { InputError, type PolygonGeometry, type Position } from '@marsad/records';

/** The polygons of one feature as `[part][ring][position]`, whatever its geometry type. */
export type Parts = Position[][][];

const REPROJECT =
  'Reproject the file to WGS 84 longitude and latitude (EPSG:4326) first, for instance with ' +
  '`ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson` or in QGIS.';

const readPosition = (value: unknown, where: string, crs: string | undefined): Position => {
  const [x, y] = Array.isArray(value) ? value : [];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new InputError(
      'bad-position',
      `${where}: expected a position [longitude, latitude], got ${JSON.stringify(value)}`,
    );
  }
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return [x, y];
  const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180;
  const told = crs === undefined ? '' : `; its \`crs\` member says ${crs}`;
  throw new InputError(
    'not-wgs84',
    `${where}: expected longitude −180 to 180 and latitude −90 to 90 (WGS 84), got [${x}, ${y}]${told}`,
    { remedy: swapped ? 'Latitude seems to come first: GeoJSON puts longitude first.' : REPROJECT },
  );
};

/**
 * Reads the geometry of a feature. Altitudes are left out.
 * @param where file and feature, for messages
 * @param crs name of a reference system the file declares, for messages
 * @throws InputError for anything but polygons, for positions outside WGS 84
 */
export const readGeometry = (geometry: unknown, where: string, crs: string | undefined): Parts => {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    const got = geometry === null || geometry === undefined ? 'no geometry' : `a ${String(type)}`;
    throw new InputError('not-a-polygon', `${where}: expected a Polygon or MultiPolygon, got ${got}`, {
      remedy: 'Remove the feature or draw its outline: an area is needed, not a point or a line.',
    });
  }
  const list = (value: unknown, what: string): unknown[] => {
    if (Array.isArray(value) && value.length > 0) return value;
    throw new InputError('bad-geometry', `${where}: expected ${what}, got ${JSON.stringify(value)?.slice(0, 60)}`);
  };
  const ring = (value: unknown): Position[] =>
    list(value, 'a ring of positions').map((position) => readPosition(position, where, crs));
  const part = (value: unknown): Position[][] => list(value, 'a list of rings').map(ring);
  return type === 'Polygon' ? [part(coordinates)] : list(coordinates, 'a list of polygons').map(part);
};

/** The plainest geometry for the parts: a Polygon for one, a MultiPolygon for several. */
export const asGeometry = (parts: Parts): PolygonGeometry => {
  const [only] = parts;
  return parts.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: parts };
};
