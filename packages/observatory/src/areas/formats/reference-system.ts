import { isProjectedSystem } from './projected-system.js';

/** What to do about coordinates in metres. */
export const REPROJECT =
  'Reproject the file to WGS 84 longitude and latitude (EPSG:4326) first, for instance with ' +
  '`ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson` or in QGIS.';

/** The same ground within a metre: nothing to warn of. */
const AS_GOOD_AS_WGS84 = /WGS[ _]?(19)?84|ETRS(19)?[ _]?89|CRS84|(^|:)4326$|(^|:)4258$/i;

/** A reference system that a file declares and that is not as good as WGS 84. */
export interface ForeignSystem {
  name: string;
  /** its numbers are metres, not degrees */
  projected: boolean;
}

/** The member of a feature list that carries the system of a file that is no GeoJSON. */
interface CrsMember {
  crs?: { properties: { name: string; projected: boolean } };
}

/**
 * Looks at the well-known text of a reference system (`.prj` of a Shapefile, `definition` of a GeoPackage).
 * @returns the `crs` member for the feature list; empty where the system is as good as WGS 84 or none is given
 */
export const crsFromText = (wellKnownText: string): CrsMember => {
  const [, kind, name] = /^\s*([A-Z_]+)\s*\[\s*"([^"]{0,200})"/i.exec(wellKnownText) ?? [];
  if (kind === undefined || name === undefined) return {};
  const projected = /^PROJ|^LOCAL|^ENG|^GEOCCS/i.test(kind);
  return projected || !AS_GOOD_AS_WGS84.test(name) ? { crs: { properties: { name, projected } } } : {};
};

/** The system in a `crs` member (also of the withdrawn 2008 GeoJSON), unless it is as good as WGS 84. */
export const foreignCrs = (crs: unknown): ForeignSystem | undefined => {
  const { properties } = (crs ?? {}) as { properties?: { name?: unknown; code?: unknown; projected?: unknown } | null };
  const code = typeof properties?.code === 'number' ? `EPSG:${properties.code}` : '';
  const name = typeof properties?.name === 'string' ? properties.name.slice(0, 200) : code;
  const projected = properties?.projected === true || isProjectedSystem(name);
  return name === '' || (!projected && AS_GOOD_AS_WGS84.test(name)) ? undefined : { name, projected };
};
