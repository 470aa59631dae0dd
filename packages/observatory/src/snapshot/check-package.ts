import {
  CONTEXT_FILES,
  cityProfile,
  PACKAGE_FILES,
  reviewSample,
  SNAPSHOT_FILES,
  type SnapshotAreas,
  type SnapshotFigures,
  type SnapshotManifest,
  sha256,
  TIERS,
  tierManifest,
} from '@marsad/records';
import { contextProblems } from './context/check-context.js';
import { dataPackageBytes } from './data-package/describe-package.js';
import { derivedFiles } from './derived-files.js';
import { isKnownFile, LEXICONS } from './known-files.js';
import { listedFiles } from './listed-files.js';
import { parseFile } from './parse-file.js';
import { manifestOf, tierOf, tierOfFiles } from './trust/tier-of-files.js';

type Files = ReadonlyMap<string, Uint8Array>;

/** Longest card of a model or text on the method, in bytes. */
const LONGEST_TEXT = 256 * 1024;

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/**
 * What is wrong with the chain of manifests: one that is missing or cannot be read, one tied to another wider manifest or
 * city, or one that lists files of another tier.
 */
const chainProblems = (files: Files, manifest: SnapshotManifest): string[] => {
  const problems: string[] = [];
  const narrowest = TIERS.indexOf(tierOfFiles(files));
  TIERS.forEach((tier, at) => {
    const path = manifestOf(tier);
    const bytes = files.get(path);
    if (at > narrowest) return;
    if (!bytes) {
      problems.push(`${path}: is missing`);
      return;
    }
    const narrower = tier === 'public' ? undefined : parseFile(tierManifest, path, bytes, problems);
    if (narrower) {
      const wider = manifestOf(TIERS[at - 1] ?? 'public');
      if (narrower.tier !== tier) problems.push(`${path}: is the manifest of the tier ${narrower.tier}`);
      if (narrower.wider !== sha256(files.get(wider) ?? '')) problems.push(`${path}: belongs to another ${wider}`);
      if (narrower.city.id !== manifest.city.id) problems.push(`${path}: belongs to ${narrower.city.id}`);
    }
    for (const { path: file } of (narrower ?? (tier === 'public' ? manifest : { files: [] })).files)
      if (tierOf(file) !== tier) problems.push(`${path}: lists ${file}, which is of another tier`);
  });
  return problems;
};

const writtenProblems = (
  path: string,
  bytes: Uint8Array,
  manifest: SnapshotManifest,
  areas: SnapshotAreas,
): string[] => {
  const problems: string[] = [];
  if (path === PACKAGE_FILES.profile) parseFile(cityProfile, path, bytes, problems);
  else if (path === PACKAGE_FILES.reviewSample) parseFile(reviewSample, path, bytes, problems);
  else if (path === PACKAGE_FILES.modelCard || path === PACKAGE_FILES.method) {
    if (bytes.length > LONGEST_TEXT) problems.push(`${path}: is longer than ${LONGEST_TEXT} bytes`);
  } else if (path.startsWith(LEXICONS) || Object.values<string>(CONTEXT_FILES).includes(path)) {
    const value = parseFile(undefined, path, bytes, problems);
    if (value !== undefined && !path.startsWith(LEXICONS)) {
      const known = { weeks: manifest.weeks, areas: new Set(areas.features.map(({ id }) => id)) };
      problems.push(...contextProblems(path, value, known).map((problem) => `${path}: ${problem}`));
    }
  }
  return problems;
};

/**
 * What is wrong with the files that came with format 1.3.0, in sentences: tables, outlines and texts that do not say what the
 * figures say, a description that does not fit, tiers that do not belong together, files that no snapshot has.
 */
export const packageProblems = (
  files: Files,
  { manifest, areas, figures }: { manifest: SnapshotManifest; areas: SnapshotAreas; figures: SnapshotFigures },
): string[] => {
  const problems = chainProblems(files, manifest);
  const derived = derivedFiles(manifest, areas, figures);
  const listed = listedFiles(files);
  const paths = new Set(listed.map(({ path }) => path));
  for (const path of [...derived.keys(), PACKAGE_FILES.profile])
    if (!paths.has(path)) problems.push(`${path}: the manifest does not list it`);
  for (const { path } of listed) {
    const bytes = files.get(path);
    if (!bytes) continue;
    const made = derived.get(path);
    // Words may be put better in the next release without making unfit what was signed before; numbers may not differ.
    const inWords = path === PACKAGE_FILES.method;
    if (made && !inWords && !same(made, bytes))
      problems.push(`${path}: does not say what ${SNAPSHOT_FILES.figures} and ${SNAPSHOT_FILES.manifest} say`);
    else if (!made && !isKnownFile(path)) problems.push(`${path}: is no file of a snapshot of this format`);
    else if (!made || inWords) problems.push(...writtenProblems(path, bytes, manifest, areas));
  }
  const description = files.get(PACKAGE_FILES.dataPackage);
  const profile = cityProfile.safeParse(tryJson(files.get(PACKAGE_FILES.profile))).data;
  if (!description) problems.push(`${PACKAGE_FILES.dataPackage}: is missing`);
  else if (profile && !same(description, dataPackageBytes(files, { manifest, areas, figures, profile }, paths)))
    problems.push(`${PACKAGE_FILES.dataPackage}: does not describe the files that are here`);
  return problems;
};

const tryJson = (bytes: Uint8Array | undefined): unknown => {
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};
