import { openSnapshotFiles, verifySnapshotFiles } from '@marsad/observatory';
import { InputError, SNAPSHOT_FILES, sha256 } from '@marsad/records';
import { filesUnder } from './files-under.js';
import { viewerFolder } from './viewer-folder.js';

/** A site before it is written: path with slashes → bytes. */
export interface Site {
  /** SHA-256 of the snapshot's manifest */
  snapshot: string;
  files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The viewer, and under `data/` the snapshot: all that a web server needs to hold.
 * @throws InputError when the snapshot is not genuine, when today's publish gate would hide a part of it, or when the viewer
 *   is not built
 */
export const siteFiles = async (snapshot: string): Promise<Site> => {
  const data = await openSnapshotFiles(snapshot);
  const { ok, problems, notes } = verifySnapshotFiles(data);
  if (!ok) {
    throw new InputError('snapshot-not-genuine', `${snapshot}: expected a whole snapshot, but ${problems.join('; ')}`, {
      remedy: 'Ask whoever made it to send it again; your own is made again with `marsad snapshot create`.',
    });
  }
  const [note] = notes;
  if (note !== undefined) {
    throw new InputError(
      'snapshot-before-gate',
      `${snapshot}: expected a snapshot that passes today's publish gate, but of this older one it would hide ${notes.length} things, the first: ${note}`,
      { remedy: 'Make the snapshot again with `marsad snapshot create`; nothing was written.' },
    );
  }
  const viewer = await filesUnder(viewerFolder()).catch((cause: unknown) => {
    throw new InputError('viewer-not-built', 'expected the built viewer, but it is not there', {
      cause,
      remedy: 'Run `npx --yes pnpm@12 build`.',
    });
  });
  return {
    snapshot: sha256(data.get(SNAPSHOT_FILES.manifest) ?? ''),
    files: new Map([...viewer, ...[...data].map(([path, bytes]) => [`data/${path}`, bytes] as const)]),
  };
};
