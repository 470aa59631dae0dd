import type { SnapshotManifest } from '@marsad/records/snapshot';
import { CONTEXT_FILES } from '@marsad/records/without-checks';
import type { LoadEffects } from '../snapshot/load.js';
import { type KnownOffline, NOTHING_KNOWN } from './known-offline.js';

/**
 * Fetches what everybody may know offline, once map and table have what they need. Never throws: a file that cannot be read comes back
 * as such; a snapshot that lists none has nothing to tell.
 */
const loadPublic = async (
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

/**
 * Fetches what people know offline, and of narrower tiers what the server says that it serves to this reader. Never throws.
 * @param tier the narrowest that is served; undefined: nothing but what everybody reads is asked for
 */
export const loadKnown = async (
  manifest: Pick<SnapshotManifest, 'files'>,
  areaIds: ReadonlySet<string>,
  effects: LoadEffects,
  tier?: string,
): Promise<KnownOffline> => {
  const known = await loadPublic(manifest, areaIds, effects);
  if (tier === undefined) return known;
  const tiers = await import('./load-tiers.js').catch(() => null);
  return tiers === null ? known : tiers.loadTiers(known, tier, areaIds, effects);
};
