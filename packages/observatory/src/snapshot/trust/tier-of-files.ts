import { TIERS, type Tier } from '@marsad/records';

/** The tier of a file by the folder it lies in. */
export const tierOf = (path: string): Tier =>
  path.startsWith('restricted/') ? 'restricted' : path.startsWith('partner/') ? 'partner' : 'public';

/** The manifest of a tier's files. */
export const manifestOf = (tier: Tier): string => (tier === 'public' ? 'manifest.json' : `${tier}/manifest.json`);

/** The narrowest tier whose files are here. */
export const tierOfFiles = (files: ReadonlyMap<string, Uint8Array>): Tier => {
  const held = new Set([...files.keys()].map(tierOf));
  return TIERS.findLast((tier) => held.has(tier)) ?? 'public';
};
