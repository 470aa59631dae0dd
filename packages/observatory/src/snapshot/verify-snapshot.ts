import {
  SNAPSHOT_FILES,
  SNAPSHOT_FORMAT,
  type SnapshotManifest,
  sha256,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
} from '@marsad/records';
import type { z } from 'zod';
import { canonicalJson } from './canonical-json.js';
import { blockProblems, tellingBlocks } from './check-blocks.js';
import { districtProblems } from './check-districts.js';
import { findingProblems } from './check-findings.js';
import { coarseCounts } from './coarse-counts.js';
import { MANIFEST_SUM, manifestSum } from './manifest-sum.js';
import { openSnapshotFiles } from './open-snapshot-files.js';
import { signatureFindings } from './trust/signature-findings.js';
import { isTrustFile } from './trust/trust-files.js';

export interface Verification {
  ok: boolean;
  /** one sentence each, naming the file */
  problems: string[];
  /** what today's publish gate would hide of a snapshot that is older than it; no reason to refuse it */
  notes: string[];
  /** what its signature proves and what not; absent where it is not signed (a wrong signature is a problem) */
  signature?: string[];
}

/** The minor version with which snapshots began to be made under the publish gate of decision 0012. */
const GATE_SINCE = 2;

const parse = <T>(schema: z.ZodType<T>, path: string, bytes: Uint8Array, problems: string[]): T | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    problems.push(`${path}: is not JSON (${error instanceof Error ? error.message : String(error)})`);
    return undefined;
  }
  const version = majorOf(value);
  const known = Number.parseInt(SNAPSHOT_FORMAT.version, 10);
  if (path === SNAPSHOT_FILES.manifest && version !== undefined && version > known) {
    problems.push(`${path}: format ${version} is newer than this program reads (${known}): update Marsad to open it`);
    return undefined;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  problems.push(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`);
  return undefined;
};

const majorOf = (value: unknown): number | undefined => {
  const version = (value as { format?: { version?: unknown } } | null)?.format?.version;
  const major = typeof version === 'string' ? Number.parseInt(version, 10) : Number.NaN;
  return Number.isNaN(major) ? undefined : major;
};

const fileProblems = (manifest: SnapshotManifest, files: ReadonlyMap<string, Uint8Array>): string[] => {
  const problems: string[] = [];
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const path of [SNAPSHOT_FILES.areas, SNAPSHOT_FILES.figures])
    if (!listed.has(path)) problems.push(`${path}: the manifest does not list it`);
  for (const [path, { bytes, sha256: hash }] of listed) {
    const found = files.get(path);
    if (!found) problems.push(`${path}: is missing`);
    else if (found.length !== bytes || sha256(found) !== hash) problems.push(`${path}: was changed after it was made`);
  }
  for (const path of files.keys())
    if (!listed.has(path) && path !== SNAPSHOT_FILES.manifest && path !== MANIFEST_SUM && !isTrustFile(path))
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
 */
export const verifySnapshotFiles = (files: ReadonlyMap<string, Uint8Array>): Verification => {
  const manifestBytes = files.get(SNAPSHOT_FILES.manifest);
  if (!manifestBytes) return { ok: false, problems: [`${SNAPSHOT_FILES.manifest}: is missing`], notes: [] };
  const problems = manifestProblems(files, manifestBytes);
  const notes: string[] = [];
  const manifest = parse(snapshotManifest, SNAPSHOT_FILES.manifest, manifestBytes, problems);
  if (manifest) {
    const [, minor = 0] = manifest.format.version.split('.').map(Number);
    const told = minor < GATE_SINCE ? notes : problems;
    problems.push(...fileProblems(manifest, files));
    if (canonicalJson(coarseCounts(manifest.counts)) !== canonicalJson(manifest.counts))
      told.push(
        `${SNAPSHOT_FILES.manifest}: counts of posts are told exactly, which says how many stand in hidden blocks`,
      );
    const areasBytes = files.get(SNAPSHOT_FILES.areas);
    const figuresBytes = files.get(SNAPSHOT_FILES.figures);
    const areas = areasBytes && parse(snapshotAreas, SNAPSHOT_FILES.areas, areasBytes, problems);
    const figures = figuresBytes && parse(snapshotFigures, SNAPSHOT_FILES.figures, figuresBytes, problems);
    if (areas && figures) {
      const inFigures = (problem: string): string => `${SNAPSHOT_FILES.figures}: ${problem}`;
      const known = new Set(areas.features.map(({ id }) => id));
      const { rules, weeks } = manifest;
      problems.push(...blockProblems(figures.blocks, { rules, weeks, areas: known }).map(inFigures));
      problems.push(...findingProblems(figures.blocks, figures).map(inFigures));
      problems.push(...districtProblems(figures.blocks, figures, { rules, weeks, areas }).map(inFigures));
      told.push(...tellingBlocks(figures.blocks, rules).map(inFigures));
    }
  }
  const { problems: unsigned, proves } = signatureFindings(files);
  problems.push(...unsigned);
  return { ok: problems.length === 0, problems, notes, ...(proves && { signature: proves }) };
};
