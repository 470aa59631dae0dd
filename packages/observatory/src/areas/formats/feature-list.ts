/** What every format is read into: GeoJSON, unchecked, with the name of a foreign reference system where one is declared. */
export interface FeatureList {
  type: 'FeatureCollection';
  features: unknown[];
  crs?: unknown;
  /** label of the edition, where the file says one */
  version?: unknown;
}
