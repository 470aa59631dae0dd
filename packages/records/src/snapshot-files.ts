/** The files of a snapshot that the page reads. */
export const SNAPSHOT_FILES = { manifest: 'manifest.json', areas: 'areas.geojson', figures: 'figures.json' } as const;

/** Further files with a fixed name, for readers beyond the page (since 1.3.0). */
export const PACKAGE_FILES = {
  topology: 'areas.topojson',
  profile: 'profile.json',
  method: 'method.md',
  modelCard: 'model-card.md',
  dataPackage: 'datapackage.json',
  reviewSample: 'restricted/review-sample.json',
} as const;
