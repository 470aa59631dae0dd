import { SNAPSHOT_FILES, SNAPSHOT_FORMAT, sha256, type Tier, tierManifest, tiersWithin } from '@marsad/records';
import { canonicalJson } from './canonical-json.js';
import { fileEntries } from './file-entries.js';
import { manifestOf, tierOf } from './trust/tier-of-files.js';

/**
 * Adds to the files of the public tier those of the narrower ones up to `tier`, each with a manifest that lists them and names the
 * hash of the next wider manifest. A tier without any file of its own still has a manifest, so that the chain holds.
 * @param written path → bytes; a path begins with the folder of its tier
 */
export const withTiers = (
  files: ReadonlyMap<string, Uint8Array>,
  written: ReadonlyMap<string, Uint8Array>,
  city: string,
  tier: Tier,
): Map<string, Uint8Array> => {
  const all = new Map(files);
  let wider = SNAPSHOT_FILES.manifest as string;
  for (const narrower of tiersWithin(tier).slice(1)) {
    const own = new Map([...written].filter(([path]) => tierOf(path) === narrower));
    const manifest = tierManifest.parse({
      format: SNAPSHOT_FORMAT,
      tier: narrower,
      city: { id: city },
      wider: sha256(all.get(wider) ?? ''),
      files: fileEntries(own),
    });
    for (const [path, bytes] of own) all.set(path, bytes);
    wider = manifestOf(narrower);
    all.set(wider, new TextEncoder().encode(`${canonicalJson(manifest, 2)}\n`));
  }
  return all;
};
