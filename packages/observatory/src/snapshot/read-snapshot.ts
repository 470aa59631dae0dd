import {
  InputError,
  SNAPSHOT_FILES,
  type SnapshotAreas,
  type SnapshotFigures,
  type SnapshotManifest,
  sha256,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
} from '@marsad/records';
import { openSnapshotFiles } from './open-snapshot-files.js';
import { verifySnapshotFiles } from './verify-snapshot.js';

export interface Snapshot {
  manifest: SnapshotManifest;
  areas: SnapshotAreas;
  figures: SnapshotFigures;
  /** SHA-256 of manifest.json, which holds the hashes of all other files */
  hash: string;
}

type Files = ReadonlyMap<string, Uint8Array>;

const bytesOf = (files: Files, file: string, name: string): Uint8Array => {
  const bytes = files.get(file);
  if (!bytes) throw new InputError('no-snapshot', `${name}: expected a snapshot with ${file}, but it is not there`);
  return bytes;
};

/**
 * The name of a snapshot's content: SHA-256 of manifest.json, 64 hexadecimal characters.
 * @throws InputError when there is no snapshot, folder or package
 */
export const snapshotHash = async (path: string): Promise<string> =>
  sha256(bytesOf(await openSnapshotFiles(path), SNAPSHOT_FILES.manifest, path));

/**
 * Reads the files of a snapshot that pass `verifySnapshotFiles`.
 * @param name what messages call it
 * @throws InputError naming what is wrong with it
 */
export const readSnapshotFiles = (files: Files, name: string): Snapshot => {
  const { ok, problems } = verifySnapshotFiles(files);
  if (!ok)
    throw new InputError('snapshot-not-genuine', `${name}: expected a whole snapshot, but ${problems.join('; ')}`);
  const decoder = new TextDecoder();
  const json = (file: string): unknown => JSON.parse(decoder.decode(bytesOf(files, file, name)));
  return {
    manifest: snapshotManifest.parse(json(SNAPSHOT_FILES.manifest)),
    areas: snapshotAreas.parse(json(SNAPSHOT_FILES.areas)),
    figures: snapshotFigures.parse(json(SNAPSHOT_FILES.figures)),
    hash: sha256(bytesOf(files, SNAPSHOT_FILES.manifest, name)),
  };
};

/**
 * Reads a snapshot, folder or package, that passes `verifySnapshot`.
 * @throws InputError naming what is wrong with it
 */
export const readSnapshot = async (path: string): Promise<Snapshot> =>
  readSnapshotFiles(await openSnapshotFiles(path), path);
