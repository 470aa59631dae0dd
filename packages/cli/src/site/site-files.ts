import { lowerTier, openSnapshotFiles, verifySnapshotFiles } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import { withFirstViews } from './first-views.js';
import { genuineSnapshot } from './genuine-snapshot.js';
import { viewerFiles } from './viewer-files.js';

/** A site before it is written: path with slashes → bytes. */
export interface Site {
  /** SHA-256 of what is shown: the manifest of a snapshot, or the region's figures */
  snapshot: string;
  files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The viewer, and under `data/` the public tier of the snapshot: all that a web server needs to hold.
 * @throws InputError when the snapshot is not genuine, when today's publish gate would hide a part of it, when
 *   it is of a newer format that this program cannot check, or when the viewer
 *   is not built
 */
export const siteFiles = async (snapshot: string): Promise<Site> => {
  const data = await openSnapshotFiles(snapshot);
  const { hash } = genuineSnapshot(data, snapshot);
  const { notes } = verifySnapshotFiles(data);
  const [note] = notes;
  if (note !== undefined) {
    throw new InputError(
      'snapshot-before-gate',
      `${snapshot}: expected a snapshot of a format that this program makes, within today's publish gate, but of ${notes.length} things to note the first is: ${note}`,
      { remedy: 'Make the snapshot again with `marsad snapshot create` of this version; nothing was written.' },
    );
  }
  const page = await withFirstViews(await viewerFiles(), data, hash);
  return {
    snapshot: hash,
    files: new Map([
      ...page,
      ...[...lowerTier(data, 'public')].map(([path, bytes]) => [`data/${path}`, bytes] as const),
    ]),
  };
};
