import { InputError, PACKAGE_FILES, TIERS, type Tier, tiersWithin } from '@marsad/records';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.js';
import { tierOf, tierOfFiles } from './trust/tier-of-files.js';

const descriptor = z.looseObject({ resources: z.array(z.looseObject({ path: z.string() })) });

/** The description of a copy: without the resources that were left out; all else, known or not, is kept. */
const describedAs = (
  bytes: Uint8Array,
  tier: Tier,
  kept: ReadonlySet<string>,
  left: ReadonlySet<string>,
): Uint8Array => {
  const { resources, ...others } = descriptor.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const here = resources.filter(({ path }) => kept.has(path) || !left.has(path));
  return new TextEncoder().encode(`${canonicalJson({ ...others, tier, resources: here }, 2)}\n`);
};

/**
 * A copy of a snapshot for a wider circle of readers: the folders of narrower tiers are left out. Every other file stays as it is,
 * byte for byte, so that the city's signature still holds; `datapackage.json` is the one that describes what is left.
 * @throws InputError when the snapshot does not reach that tier: a copy keeps its tier or lowers it
 */
export const lowerTier = (files: ReadonlyMap<string, Uint8Array>, tier: Tier): Map<string, Uint8Array> => {
  const held = tierOfFiles(files);
  if (TIERS.indexOf(tier) > TIERS.indexOf(held))
    throw new InputError('raised-tier', `expected a snapshot of the tier ${tier}, got one that is ${held} only`, {
      remedy: `Ask the city for the tier ${tier}; a copy can keep its tier or lower it, never raise it.`,
    });
  const within = new Set(tiersWithin(tier));
  const kept = new Map([...files].filter(([path]) => within.has(tierOf(path))));
  const left = new Set([...files.keys()].filter((path) => !kept.has(path)));
  const description = kept.get(PACKAGE_FILES.dataPackage);
  if (description && left.size > 0)
    kept.set(PACKAGE_FILES.dataPackage, describedAs(description, tier, new Set(kept.keys()), left));
  return kept;
};
