import { readSnapshotFiles, type Snapshot, verifySnapshotFiles } from '@marsad/observatory';
import { InputError } from '@marsad/records';

/**
 * A snapshot that may be shown.
 * @param name what messages call it
 * @throws InputError when it is not genuine
 */
export const genuineSnapshot = (files: ReadonlyMap<string, Uint8Array>, name: string): Snapshot => {
  const { ok, problems } = verifySnapshotFiles(files);
  if (ok) return readSnapshotFiles(files, name);
  throw new InputError('snapshot-not-genuine', `${name}: expected a whole snapshot, but ${problems.join('; ')}`, {
    remedy: 'Ask whoever made it to send it again; your own is made again with `marsad snapshot create`.',
  });
};
