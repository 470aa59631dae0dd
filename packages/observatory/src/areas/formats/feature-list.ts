/** What every format is read into: GeoJSON, unchecked, with the name of a foreign reference system where one is declared. */
export interface FeatureList {
  type: 'FeatureCollection';
  features: unknown[];
  crs?: unknown;
  /** label of the edition, where the file says one */
  version?: unknown;
}

/**
 * GeoJSON as a list of features: a FeatureCollection as it is, a single Feature as a list of one.
 * @returns undefined for anything else
 */
export const asFeatureList = (geojson: unknown): FeatureList | undefined => {
  const { type, features, geometry, crs } = (geojson ?? {}) as Partial<Record<string, unknown>>;
  if (type === 'FeatureCollection' && Array.isArray(features)) return geojson as FeatureList;
  return type === 'Feature' && geometry !== undefined
    ? { type: 'FeatureCollection', features: [geojson], crs }
    : undefined;
};
