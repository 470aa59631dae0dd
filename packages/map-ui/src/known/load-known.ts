import type { SnapshotManifest } from '@marsad/records/snapshot';
import { CONTEXT_FILES } from '@marsad/records/without-checks';
import type { LoadEffects } from '../snapshot/load.js';
import { type KnownOffline, NOTHING_KNOWN } from './known-offline.js';

/**
 * Fetches what people know offline, once map and table have what they need. Never throws: a file that cannot be read comes back
 * as such; a snapshot that lists none has nothing to tell.
 */
export const loadKnown = async (
  { files }: Pick<SnapshotManifest, 'files'>,
  areaIds: ReadonlySet<string>,
  { fetchFile }: LoadEffects,
): Promise<KnownOffline> => {
  if (!files.some(({ path }) => path === CONTEXT_FILES.public)) return NOTHING_KNOWN;
  try {
    const [{ readContext }, response] = await Promise.all([
      import('./read-context.js'),
      fetchFile(CONTEXT_FILES.public),
    ]);
    if (!response.ok) return { ...NOTHING_KNOWN, setAside: null };
    return readContext(JSON.parse(await response.text()), areaIds);
  } catch {
    return { ...NOTHING_KNOWN, setAside: null };
  }
};
