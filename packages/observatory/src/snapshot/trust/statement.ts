import { SNAPSHOT_FILES, type SnapshotStatement, sha256, TIERS, type Tier } from '@marsad/records';
import { z } from 'zod';
import { MANIFEST_SUM } from '../manifest-sum.js';
import type { Refusal } from './refusal.js';
import { manifestOf, tierOf, tierOfFiles } from './tier-of-files.js';
import { isTrustFile } from './trust-files.js';

/** Made from the other files by a fixed rule, so that a reader makes them again and compares (`verifySnapshotFiles`). */
const DERIVED: readonly string[] = [MANIFEST_SUM, 'datapackage.json'];

/** As much of a tier's manifest as signing hangs on. */
const fileList = z.looseObject({ files: z.array(z.looseObject({ path: z.string(), sha256: z.string() })) });
const cityOfManifest = z.looseObject({ city: z.looseObject({ id: z.string() }) });
const formatOfManifest = z.looseObject({ format: z.looseObject({ version: z.string() }) });

const parsed = <T>(schema: z.ZodType<T>, bytes: Uint8Array | undefined): T | undefined => {
  if (!bytes) return undefined;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
};

/** The city that a manifest names, or undefined. */
export const cityOfFiles = (files: ReadonlyMap<string, Uint8Array>): string | undefined =>
  parsed(cityOfManifest, files.get(SNAPSHOT_FILES.manifest))?.city.id;

/** The version of the format that a manifest names, or undefined. */
export const formatOfFiles = (files: ReadonlyMap<string, Uint8Array>): string | undefined =>
  parsed(formatOfManifest, files.get(SNAPSHOT_FILES.manifest))?.format.version;

/** The hashes of the manifests that are here: what a city signs. */
export const manifestHashes = (files: ReadonlyMap<string, Uint8Array>): Partial<Record<Tier, string>> =>
  Object.fromEntries(
    TIERS.flatMap((tier) => {
      const bytes = files.get(manifestOf(tier));
      return bytes ? [[tier, sha256(bytes)]] : [];
    }),
  );

const REMEDY = 'Ask the city for the package again, as it left its machine.';

/**
 * Where files are not those that the statement names: another manifest, a file that no signed manifest lists, a tier that
 * the city did not sign or whose wider tiers are missing.
 */
export const statementRefusals = (
  files: ReadonlyMap<string, Uint8Array>,
  { city, manifests }: SnapshotStatement,
): Refusal[] => {
  const refusals: Refusal[] = [];
  const refuse = (code: Refusal['code'], message: string): void => {
    refusals.push({ code, message, remedy: REMEDY });
  };
  const narrowest = TIERS.indexOf(tierOfFiles(files));
  const signed = new Map<string, string>();
  for (const tier of TIERS.slice(0, narrowest + 1)) {
    const path = manifestOf(tier);
    const bytes = files.get(path);
    const hash = manifests[tier];
    if (hash === undefined)
      refuse('raised-tier', `${path}: expected no files of tier ${tier}, which ${city} did not sign`);
    else if (!bytes)
      refuse(
        tier === 'public' ? 'mix-and-match' : 'raised-tier',
        `${path}: expected the manifest that ${city} signed, got none`,
      );
    else if (sha256(bytes) !== hash)
      refuse(
        'mix-and-match',
        `${path}: expected the manifest that ${city} signed (${hash.slice(0, 12)}…), got another`,
      );
    else for (const file of parsed(fileList, bytes)?.files ?? []) signed.set(file.path, file.sha256);
  }
  if (refusals.length > 0) return refusals;
  const manifestPaths = new Set(TIERS.map(manifestOf));
  for (const [path, bytes] of files) {
    if (manifestPaths.has(path) || DERIVED.includes(path) || isTrustFile(path)) continue;
    const hash = signed.get(path);
    if (hash === undefined)
      refuse('mix-and-match', `${path}: expected only files that a signed manifest lists, got this one`);
    else if (sha256(bytes) !== hash)
      refuse('mix-and-match', `${path}: expected the file that the signed manifest lists, got other bytes`);
  }
  for (const path of signed.keys())
    if (!files.has(path))
      refuse('mix-and-match', `${path}: expected every file of tier ${tierOf(path)}, but it is missing`);
  const told = cityOfFiles(files);
  if (told !== city)
    refuse(
      'other-city',
      `${SNAPSHOT_FILES.manifest}: expected figures of ${city}, which signed, got those of ${told ?? 'no city'}`,
    );
  return refusals;
};
