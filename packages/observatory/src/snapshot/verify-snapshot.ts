import {
  PACKAGE_FILES,
  SNAPSHOT_FILES,
  SNAPSHOT_FORMAT,
  type SnapshotManifest,
  sha256,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
  TIERS,
} from '@marsad/records';
import { canonicalJson } from './canonical-json.js';
import { blockProblems, tellingBlocks } from './check-blocks.js';
import { districtProblems } from './check-districts.js';
import { findingProblems, tellingSurges } from './check-findings.js';
import { packageProblems } from './check-package.js';
import { coarseCounts } from './coarse-counts.js';
import { listedFiles } from './listed-files.js';
import { MANIFEST_SUM, manifestSum } from './manifest-sum.js';
import { openSnapshotFiles } from './open-snapshot-files.js';
import { parseFile } from './parse-file.js';
import { type SignatureFindings, signatureFindings } from './trust/signature-findings.js';
import { manifestOf } from './trust/tier-of-files.js';
import { isTrustFile } from './trust/trust-files.js';

export interface Verification {
  ok: boolean;
  /** one sentence each, naming the file */
  problems: string[];
  /**
   * what today's publish gate would hide of a snapshot that is older than it, and what this program cannot check of one that is
   * newer; no reason to refuse to read it
   */
  notes: string[];
  /** what its signature proves and what not; absent where it is not signed (a wrong signature is a problem) */
  signature?: string[];
}

/** The minor version with which snapshots began to be made under the publish gate of decision 0012. */
const GATE_SINCE = 2;
/** The minor version that brought the files beside areas and figures. */
const PACKAGE_SINCE = 3;
/** The minor version since which surges are told by blocks. */
const SURGES_BY_BLOCK_SINCE = 4;
const KNOWN_MINOR = Number(SNAPSHOT_FORMAT.version.split('.')[1]);

const majorOf = (value: unknown): number | undefined => {
  const version = (value as { format?: { version?: unknown } } | null)?.format?.version;
  const major = typeof version === 'string' ? Number.parseInt(version, 10) : Number.NaN;
  return Number.isNaN(major) ? undefined : major;
};

/** The manifest, unless it is of a newer major version, which is said first: nothing else about it can be relied on. */
const parseManifest = (bytes: Uint8Array, problems: string[]): SnapshotManifest | undefined => {
  const path = SNAPSHOT_FILES.manifest;
  const version = majorOf(parseFile(undefined, path, bytes, []));
  const known = Number.parseInt(SNAPSHOT_FORMAT.version, 10);
  if (version !== undefined && version > known) {
    problems.push(`${path}: format ${version} is newer than this program reads (${known}): update Marsad to open it`);
    return undefined;
  }
  return parseFile(snapshotManifest, path, bytes, problems);
};

/** Files that stand in no manifest, at first and since there are tiers and a description. */
const FIRST_FILES: ReadonlySet<string> = new Set([SNAPSHOT_FILES.manifest, MANIFEST_SUM]);
const PACKAGE_UNLISTED: ReadonlySet<string> = new Set([
  ...TIERS.map(manifestOf),
  MANIFEST_SUM,
  PACKAGE_FILES.dataPackage,
]);

const fileProblems = (files: ReadonlyMap<string, Uint8Array>, minor: number): string[] => {
  const problems: string[] = [];
  const listed = new Map(listedFiles(files).map((file) => [file.path, file]));
  for (const path of [SNAPSHOT_FILES.areas, SNAPSHOT_FILES.figures])
    if (!listed.has(path)) problems.push(`${path}: the manifest does not list it`);
  for (const [path, { bytes, sha256: hash }] of listed) {
    const found = files.get(path);
    if (!found) problems.push(`${path}: is missing`);
    else if (found.length !== bytes || sha256(found) !== hash) problems.push(`${path}: was changed after it was made`);
  }
  const unlisted = minor < PACKAGE_SINCE ? FIRST_FILES : PACKAGE_UNLISTED;
  for (const path of files.keys())
    if (!listed.has(path) && !unlisted.has(path) && !isTrustFile(path))
      problems.push(`${path}: does not belong to the snapshot`);
  return problems;
};

const manifestProblems = (files: ReadonlyMap<string, Uint8Array>, manifest: Uint8Array): string[] => {
  const sum = files.get(MANIFEST_SUM);
  if (!sum) return [`${MANIFEST_SUM}: is missing`];
  if (Buffer.from(sum).equals(Buffer.from(manifestSum(manifest)))) return [];
  return [`${SNAPSHOT_FILES.manifest}: does not match ${MANIFEST_SUM}: one of the two was changed`];
};

/**
 * Checks that a snapshot, folder or package, is as it was made.
 * @throws InputError when there is none, or its package cannot be read
 */
export const verifySnapshot = async (path: string): Promise<Verification> =>
  verifySnapshotFiles(await openSnapshotFiles(path));

/**
 * Checks that the files of a snapshot are as they were made: every file there, none changed, none added, a format this
 * program reads, and all blocks within the rules of the publish gate (docs/snapshot-format.md).
 * @param signature what its signature proves, where that was found before
 */
export const verifySnapshotFiles = (
  files: ReadonlyMap<string, Uint8Array>,
  signature: SignatureFindings = signatureFindings(files),
): Verification => {
  const manifestBytes = files.get(SNAPSHOT_FILES.manifest);
  if (!manifestBytes) return { ok: false, problems: [`${SNAPSHOT_FILES.manifest}: is missing`], notes: [] };
  const problems = manifestProblems(files, manifestBytes);
  const notes: string[] = [];
  const manifest = parseManifest(manifestBytes, problems);
  if (manifest) {
    const [, minor = 0] = manifest.format.version.split('.').map(Number);
    const told = minor < GATE_SINCE ? notes : problems;
    problems.push(...fileProblems(files, minor));
    if (canonicalJson(coarseCounts(manifest.counts)) !== canonicalJson(manifest.counts))
      told.push(
        `${SNAPSHOT_FILES.manifest}: counts of posts are told exactly, which says how many stand in hidden blocks`,
      );
    const areasBytes = files.get(SNAPSHOT_FILES.areas);
    const figuresBytes = files.get(SNAPSHOT_FILES.figures);
    const areas = areasBytes && parseFile(snapshotAreas, SNAPSHOT_FILES.areas, areasBytes, problems);
    const figures = figuresBytes && parseFile(snapshotFigures, SNAPSHOT_FILES.figures, figuresBytes, problems);
    if (areas && figures) {
      const inFigures = (problem: string): string => `${SNAPSHOT_FILES.figures}: ${problem}`;
      const known = new Set(areas.features.map(({ id }) => id));
      const { rules, weeks } = manifest;
      problems.push(...blockProblems(figures.blocks, { rules, weeks, areas: known }).map(inFigures));
      problems.push(...findingProblems(figures.blocks, figures).map(inFigures));
      problems.push(...districtProblems(figures.blocks, figures, { rules, weeks, areas }).map(inFigures));
      told.push(...tellingBlocks(figures.blocks, rules).map(inFigures));
      const bySurges = minor < SURGES_BY_BLOCK_SINCE ? notes : problems;
      bySurges.push(...tellingSurges(figures.blocks, figures).map(inFigures));
      if (minor > KNOWN_MINOR)
        notes.push(
          `${SNAPSHOT_FILES.manifest}: format ${manifest.format.version} is newer than this program knows (${SNAPSHOT_FORMAT.version}): what it adds was not checked`,
        );
      else if (minor >= PACKAGE_SINCE) problems.push(...packageProblems(files, { manifest, areas, figures }));
      else
        for (const { path } of manifest.files)
          if (path !== SNAPSHOT_FILES.areas && path !== SNAPSHOT_FILES.figures)
            problems.push(`${path}: is no file of a snapshot of this format`);
    }
  }
  const { problems: unsigned, proves } = signature;
  problems.push(...unsigned);
  return { ok: problems.length === 0, problems, notes, ...(proves && { signature: proves }) };
};
