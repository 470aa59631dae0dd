/** The files of a snapshot folder. */
export const SNAPSHOT_FILES = { manifest: 'manifest.json', areas: 'areas.geojson', figures: 'figures.json' } as const;
