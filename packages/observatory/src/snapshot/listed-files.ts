import { type SnapshotManifest, snapshotManifest, TIERS, tierManifest } from '@marsad/records';
import { manifestOf } from './trust/tier-of-files.js';

/** All that the manifests of the tiers at hand list, widest tier first; manifests that cannot be read are passed over. */
export const listedFiles = (files: ReadonlyMap<string, Uint8Array>): SnapshotManifest['files'] =>
  TIERS.flatMap((tier) => {
    const bytes = files.get(manifestOf(tier));
    if (!bytes) return [];
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
      return (tier === 'public' ? snapshotManifest : tierManifest).safeParse(value).data?.files ?? [];
    } catch {
      return [];
    }
  });
