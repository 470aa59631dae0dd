import { lowerTier } from '@marsad/observatory/snapshot';
import { TIERS, type Tier, tiersWithin, widerTier } from '@marsad/records';
import { type ListedFile, listFiles } from './listed-files.js';

/** The tier of a file of a snapshot: narrower ones lie in a folder of their tier's name (docs/decisions/0013-sharing-snapshots.md). */
export const tierOfFile = (path: string): Tier => TIERS.find((tier) => path.startsWith(`${tier}/`)) ?? 'public';

/**
 * The files of a snapshot that a reader of each tier may see, under URL paths that begin with `prefix`. Each reader's
 * datapackage.json describes those files and names no other.
 */
export const snapshotByTier = (
  files: ReadonlyMap<string, Uint8Array>,
  prefix: string,
  of: { city: string; version: string },
): Map<Tier, Map<string, ListedFile>> => {
  const held = TIERS.findLast((tier) => [...files.keys()].some((path) => tierOfFile(path) === tier)) ?? 'public';
  return new Map(
    TIERS.map((reader) => {
      const seen = lowerTier(files, widerTier(held, reader));
      const listed = tiersWithin(reader).flatMap((tier) => {
        const own = new Map([...seen].filter(([path]) => tierOfFile(path) === tier));
        return [...listFiles(own, prefix, { event: 'opened', tier, ...of })];
      });
      return [reader, new Map(listed)] as const;
    }),
  );
};
