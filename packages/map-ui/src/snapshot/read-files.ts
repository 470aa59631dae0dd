// First: what follows makes schemas.
import './no-compiling.js';
import {
  type Area,
  type Block,
  type Findings,
  findings as findingsSchema,
  SNAPSHOT_FILES,
  SNAPSHOT_FORMAT,
  type SnapshotManifest,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
} from '@marsad/records/snapshot';
import { z } from 'zod';
import { failed, type Read } from './problem.js';

/** Rows that could be read, and how many were set aside because they could not. */
export interface Rows<T> {
  rows: T[];
  setAside: number;
}

const format = z.object({ format: z.object({ name: z.string(), version: z.string() }) });

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || 'the file'}: ${issue.message}` : 'unknown';
};

/** Trusts `manifest.json`. The format is looked at first, so that a newer snapshot is called newer and not broken. */
export const readManifest = (spec: unknown): Read<SnapshotManifest> => {
  const file = SNAPSHOT_FILES.manifest;
  const head = format.safeParse(spec);
  if (!head.success || head.data.format.name !== SNAPSHOT_FORMAT.name) {
    return failed('not-a-snapshot', file, `expected format.name ${SNAPSHOT_FORMAT.name}`);
  }
  const { version } = head.data.format;
  const major = Number(version.split('.')[0]);
  const known = Number(SNAPSHOT_FORMAT.version.split('.')[0]);
  if (major > known) return failed('newer', file, `format ${version}; this page reads ${SNAPSHOT_FORMAT.version}`);
  const manifest = snapshotManifest.safeParse(spec);
  return manifest.success
    ? { ok: true, value: manifest.data }
    : failed('wrong-shape', file, firstIssue(manifest.error));
};

const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });
const blockList = z.object({ blocks: z.array(z.unknown()) });

const readRows = <T>(specs: readonly unknown[], schema: z.ZodType<T>): Rows<T> => {
  const rows = specs.flatMap((spec) => {
    const parsed = schema.safeParse(spec);
    return parsed.success ? [parsed.data] : [];
  });
  return { rows, setAside: specs.length - rows.length };
};

/** Trusts `areas.geojson`, feature by feature; an area whose id came before is set aside. */
export const readAreas = (spec: unknown): Read<Rows<Area>> => {
  const outer = collection.safeParse(spec);
  if (!outer.success) return failed('wrong-shape', SNAPSHOT_FILES.areas, firstIssue(outer.error));
  const read = readRows<Area>(outer.data.features, snapshotAreas.shape.features.element);
  const seen = new Set<string>();
  const rows = read.rows.filter((area) => !seen.has(area.id) && seen.add(area.id));
  if (rows.length === 0) return failed('wrong-shape', SNAPSHOT_FILES.areas, 'no area could be read');
  return { ok: true, value: { rows, setAside: outer.data.features.length - rows.length } };
};

/** Findings part by part: one that cannot be read is left out and counted. */
const readFindings = (spec: unknown): { findings: Findings; setAside: number } => {
  const parts = z.record(z.string(), z.unknown()).safeParse(spec);
  const of = parts.success ? parts.data : {};
  const whole = findingsSchema.safeParse(of);
  if (whole.success) return { findings: whole.data, setAside: 0 };
  const bad = new Set(whole.error.issues.map(({ path }) => path[0]));
  const rest = Object.fromEntries(Object.entries(of).filter(([name]) => !bad.has(name)));
  return { findings: findingsSchema.parse(rest), setAside: bad.size };
};

/** Trusts `figures.json`, block by block; a block of an unknown area is set aside. */
export const readFigures = (
  spec: unknown,
  areaIds: ReadonlySet<string>,
): Read<Rows<Block> & { findings: Findings }> => {
  const outer = blockList.safeParse(spec);
  if (!outer.success) return failed('wrong-shape', SNAPSHOT_FILES.figures, firstIssue(outer.error));
  const read = readRows<Block>(outer.data.blocks, snapshotFigures.shape.blocks.element);
  const rows = read.rows.filter((block) => block.area === null || areaIds.has(block.area));
  const { findings, setAside } = readFindings(spec);
  return { ok: true, value: { rows, setAside: outer.data.blocks.length - rows.length + setAside, findings } };
};
