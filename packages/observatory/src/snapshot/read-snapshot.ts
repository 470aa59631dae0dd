import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { verifySnapshot } from './verify-snapshot.js';

export interface Snapshot {
  manifest: SnapshotManifest;
  areas: SnapshotAreas;
  figures: SnapshotFigures;
  /** SHA-256 of manifest.json, which holds the hashes of all other files */
  hash: string;
}

const bytesOf = async (folder: string, file: string): Promise<Buffer> => {
  try {
    return await readFile(join(folder, file));
  } catch (cause) {
    throw new InputError('no-snapshot', `${folder}: expected a snapshot with ${file}, but it cannot be read`, {
      cause,
    });
  }
};

/**
 * The name of a snapshot's content: SHA-256 of manifest.json, 64 hexadecimal characters.
 * @throws InputError when there is no snapshot
 */
export const snapshotHash = async (path: string): Promise<string> =>
  sha256(await bytesOf(path, SNAPSHOT_FILES.manifest));

/**
 * Reads a snapshot that passes `verifySnapshot`.
 * @throws InputError naming what is wrong with it
 */
export const readSnapshot = async (path: string): Promise<Snapshot> => {
  const { ok, problems } = await verifySnapshot(path);
  if (!ok)
    throw new InputError('snapshot-not-genuine', `${path}: expected a whole snapshot, but ${problems.join('; ')}`);
  const json = async (file: string): Promise<unknown> => JSON.parse((await bytesOf(path, file)).toString('utf8'));
  return {
    manifest: snapshotManifest.parse(await json(SNAPSHOT_FILES.manifest)),
    areas: snapshotAreas.parse(await json(SNAPSHOT_FILES.areas)),
    figures: snapshotFigures.parse(await json(SNAPSHOT_FILES.figures)),
    hash: await snapshotHash(path),
  };
};
