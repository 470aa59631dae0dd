import { InputError } from '@marsad/records';

/** What to do about coordinates in metres. */
export const REPROJECT =
  'Reproject the file to WGS 84 longitude and latitude (EPSG:4326) first, for instance with ' +
  '`ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson` or in QGIS.';

/** The same ground within a metre: nothing to warn of. */
const AS_GOOD_AS_WGS84 = /WGS[ _]?(19)?84|ETRS(19)?[ _]?89|CRS84|(^|:)4326$|(^|:)4258$/i;

/**
 * Looks at the well-known text of a reference system (`.prj` of a Shapefile, `definition` of a GeoPackage).
 * @returns its name where it is neither WGS 84 nor as good as that; undefined where it is or where none is given
 * @throws InputError for a projected system: its numbers are metres
 */
export const foreignSystem = (wellKnownText: string, where: string): string | undefined => {
  const [, kind, name] = /^\s*([A-Z_]+)\s*\[\s*"([^"]{0,200})"/i.exec(wellKnownText) ?? [];
  if (kind === undefined || name === undefined) return undefined;
  if (/^PROJ|^LOCAL|^ENGINEERING|^ENGCRS|^GEOCCS/i.test(kind))
    throw new InputError(
      'not-wgs84',
      `${where}: expected WGS 84 longitude and latitude, but it declares the projected system ${name}`,
      { remedy: REPROJECT },
    );
  return AS_GOOD_AS_WGS84.test(name) ? undefined : name;
};

/** The `crs` member that carries the name of a foreign system through to the check. */
export const crsMember = (name: string | undefined): { crs?: { properties: { name: string } } } =>
  name === undefined ? {} : { crs: { properties: { name } } };

/** Name of the reference system in a `crs` member (of the withdrawn 2008 GeoJSON), unless it is as good as WGS 84. */
export const foreignCrs = (crs: unknown): string | undefined => {
  const { properties } = (crs ?? {}) as { properties?: { name?: unknown } | null };
  const name = typeof properties?.name === 'string' ? properties.name : '';
  return name === '' || AS_GOOD_AS_WGS84.test(name) ? undefined : name;
};
