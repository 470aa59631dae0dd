import { InputError, type PolygonGeometry, type Position } from '@marsad/records';
import { type ForeignSystem, REPROJECT } from './formats/reference-system.js';
import { shown } from './shown.js';

/** The polygons of one feature as `[part][ring][position]`, whatever its geometry type. */
export type Parts = Position[][][];

/** @param place the count of the position in words, and the position before it, which says where to look */
const readPosition = (
  value: unknown,
  where: string,
  { spot, before }: { spot: string; before: Position | undefined },
): Position => {
  const [x, y] = Array.isArray(value) ? value : [];
  if (typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)) return [x, y];
  const after = before === undefined ? '' : ` after ${before.join(', ')}`;
  throw new InputError(
    'bad-position',
    `${where}: ${spot}: expected a position [longitude, latitude], got ${shown(value)}${after}`,
  );
};

/**
 * Refuses positions that are no longitude and latitude: all of a projected system, and those outside the globe.
 * @returns the first such position and the error that says so; undefined when there is none
 */
export const outsideWgs84 = (
  parts: Parts,
  where: string,
  crs: ForeignSystem | undefined,
): { position: Position; error: InputError } | undefined => {
  for (const [x, y] of parts.flat(2)) {
    if (!crs?.projected && Math.abs(x) <= 180 && Math.abs(y) <= 90) continue;
    const swapped = !crs?.projected && Math.abs(x) <= 90 && Math.abs(y) <= 180;
    const told = crs === undefined ? '' : `; the file declares ${crs.name}`;
    const error = new InputError(
      'not-wgs84',
      `${where}: expected longitude −180 to 180 and latitude −90 to 90 (WGS 84), got [${x}, ${y}]${told}`,
      { remedy: swapped ? 'Latitude seems to come first: GeoJSON puts longitude first.' : REPROJECT },
    );
    return { position: [x, y], error };
  }
  return undefined;
};

/**
 * Reads the geometry of a feature. Altitudes are left out; where the positions lie is not asked.
 * @param where file and feature, for messages
 * @throws InputError for anything but polygons
 */
export const readGeometry = (geometry: unknown, where: string): Parts => {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    const got =
      geometry === null || geometry === undefined
        ? 'no geometry'
        : typeof type === 'string'
          ? `a ${type.slice(0, 60)}`
          : shown(geometry);
    throw new InputError('not-a-polygon', `${where}: expected a Polygon or MultiPolygon, got ${got}`, {
      remedy: 'Remove the feature or draw its outline: an area is needed, not a point or a line.',
    });
  }
  const list = (value: unknown, what: string): unknown[] => {
    if (Array.isArray(value) && value.length > 0) return value;
    throw new InputError('bad-geometry', `${where}: expected ${what}, got ${shown(value)}`);
  };
  const ring = (value: unknown, spot: string): Position[] => {
    const read: Position[] = [];
    for (const [at, position] of list(value, 'a ring of positions').entries())
      read.push(readPosition(position, where, { spot: `${spot}, position ${at + 1}`, before: read.at(-1) }));
    return read;
  };
  const part = (value: unknown, spot: string): Position[][] =>
    list(value, 'a list of rings').map((each, at) => ring(each, `${spot}ring ${at + 1}`));
  return type === 'Polygon'
    ? [part(coordinates, '')]
    : list(coordinates, 'a list of polygons').map((each, at) => part(each, `part ${at + 1}, `));
};

/** The plainest geometry for the parts: a Polygon for one, a MultiPolygon for several. */
export const asGeometry = (parts: Parts): PolygonGeometry => {
  const [only] = parts;
  return parts.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: parts };
};

/** The parts of a geometry that has been checked. */
export const partsOfGeometry = (geometry: PolygonGeometry): Parts =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
