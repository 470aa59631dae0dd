import { lowerTier } from '@marsad/observatory/snapshot';
import { TIERS, type Tier, widerTier } from '@marsad/records';
import { type ListedFile, listFiles } from './listed-files.js';

/** The tier of a file of a snapshot: narrower ones lie in a folder of their tier's name (docs/decisions/0013-sharing-snapshots.md). */
export const tierOfFile = (path: string): Tier => TIERS.find((tier) => path.startsWith(`${tier}/`)) ?? 'public';

/** A snapshot as it lies here. */
interface HeldFiles {
  files: ReadonlyMap<string, Uint8Array>;
  /** the narrowest tier whose files are there */
  tier: Tier;
  city: string;
  version: string;
}

/** The files of a snapshot that a reader of a tier may see, under URL paths that begin with `prefix`. */
export const snapshotFor = (
  reader: Tier,
  prefix: string,
  { files, tier: held, city, version }: HeldFiles,
): Map<string, ListedFile> => {
  const shown = lowerTier(files, widerTier(held, reader));
  return new Map(
    TIERS.flatMap((tier) => {
      const own = new Map([...shown].filter(([path]) => tierOfFile(path) === tier));
      return [...listFiles(own, prefix, { event: 'opened', tier, city, version })];
    }),
  );
};
