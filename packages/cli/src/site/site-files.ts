import { lowerTier, openSnapshotFiles, verifySnapshotFiles } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import { basemapOfCity } from '../basemap/basemap-of-city.js';
import type { Basemap } from '../basemap/open-basemap.js';
import { withBasemap } from '../basemap/with-basemap.js';
import { withFirstViews } from './first-views.js';
import { genuineSnapshot } from './genuine-snapshot.js';
import { viewerFiles } from './viewer-files.js';

/** A site before it is written: path with slashes → bytes. */
export interface Site {
  /** SHA-256 of what is shown: the manifest of a snapshot, or the region's figures */
  snapshot: string;
  files: ReadonlyMap<string, Uint8Array>;
  /** the ground under the map, too large to be held: copied from where it lies */
  ground?: Basemap | undefined;
}

/**
 * The viewer, and under `data/` the public tier of the snapshot: all that a web server needs to hold.
 * @param basemap file with the ground under the map; undefined for none
 * @throws InputError when the snapshot is not genuine, when today's publish gate would hide a part of it, when
 *   it is of a newer format that this program cannot check, or when the viewer
 *   is not built, or the basemap cannot be used
 */
export const siteFiles = async (snapshot: string, basemap?: string): Promise<Site> => {
  const data = await openSnapshotFiles(snapshot);
  const genuine = genuineSnapshot(data, snapshot);
  const { hash } = genuine;
  const { notes } = verifySnapshotFiles(data);
  const [note] = notes;
  if (note !== undefined) {
    throw new InputError(
      'snapshot-before-gate',
      `${snapshot}: expected a snapshot of a format that this program makes, within today's publish gate, but of ${notes.length} things to note the first is: ${note}`,
      { remedy: 'Make the snapshot again with `marsad snapshot create` of this version; nothing was written.' },
    );
  }
  const ground = await basemapOfCity(basemap, genuine);
  const page = withBasemap(await withFirstViews(await viewerFiles(), data, hash), ground);
  return {
    snapshot: hash,
    ground,
    files: new Map([
      ...page,
      ...[...lowerTier(data, 'public')].map(([path, bytes]) => [`data/${path}`, bytes] as const),
    ]),
  };
};
