import {
  InputError,
  SNAPSHOT_FILES,
  type SnapshotAreas,
  type SnapshotFigures,
  type SnapshotManifest,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
} from '@marsad/records';

/** The parts of a snapshot that are read as data. */
export interface ParsedSnapshot {
  manifest: SnapshotManifest;
  areas: SnapshotAreas;
  figures: SnapshotFigures;
}

const jsonIn = (files: ReadonlyMap<string, Uint8Array>, path: string): unknown => {
  const bytes = files.get(path);
  if (!bytes) throw new InputError('no-snapshot', `expected a snapshot with ${path}, but it is not there`);
  return JSON.parse(new TextDecoder().decode(bytes));
};

/** Reads a snapshot that was judged before, or is held: its files are not checked again. */
export const parseSnapshot = (files: ReadonlyMap<string, Uint8Array>): ParsedSnapshot => ({
  manifest: snapshotManifest.parse(jsonIn(files, SNAPSHOT_FILES.manifest)),
  areas: snapshotAreas.parse(jsonIn(files, SNAPSHOT_FILES.areas)),
  figures: snapshotFigures.parse(jsonIn(files, SNAPSHOT_FILES.figures)),
});
