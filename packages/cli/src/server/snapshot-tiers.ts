import { TIERS, type Tier, tiersWithin } from '@marsad/records';
import { type ListedFile, listFiles } from './listed-files.js';

/** The tier of a file of a snapshot: narrower ones lie in a folder of their tier's name (docs/decisions/0013-sharing-snapshots.md). */
export const tierOfFile = (path: string): Tier => TIERS.find((tier) => path.startsWith(`${tier}/`)) ?? 'public';

/** The files of a snapshot that a reader of each tier may see, under URL paths that begin with `prefix`. */
export const snapshotByTier = (
  files: ReadonlyMap<string, Uint8Array>,
  prefix: string,
  of: { city: string; version: string },
): Map<Tier, Map<string, ListedFile>> => {
  const listed = new Map(
    TIERS.map((tier) => {
      const own = new Map([...files].filter(([path]) => tierOfFile(path) === tier));
      return [tier, listFiles(own, prefix, { event: 'opened', tier, ...of })] as const;
    }),
  );
  return new Map(
    TIERS.map((tier) => [tier, new Map(tiersWithin(tier).flatMap((one) => [...(listed.get(one) ?? [])]))] as const),
  );
};
