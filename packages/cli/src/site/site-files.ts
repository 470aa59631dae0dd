import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { snapshotHash, verifySnapshot } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import { viewerFolder } from './viewer-folder.js';

/** A site before it is written: path with slashes → bytes. */
export interface Site {
  /** SHA-256 of the snapshot's manifest */
  snapshot: string;
  files: ReadonlyMap<string, Uint8Array>;
}

const filesUnder = async (folder: string): Promise<Map<string, Uint8Array>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path));
  }
  return files;
};

/**
 * The viewer, and under `data/` the snapshot: all that a web server needs to hold.
 * @throws InputError when the snapshot is not genuine, when today's publish gate would hide a part of it, or when the viewer
 *   is not built
 */
export const siteFiles = async (snapshot: string): Promise<Site> => {
  const { ok, problems, notes } = await verifySnapshot(snapshot);
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
  const data = await filesUnder(snapshot);
  return {
    snapshot: await snapshotHash(snapshot),
    files: new Map([...viewer, ...[...data].map(([path, bytes]) => [`data/${path}`, bytes] as const)]),
  };
};
