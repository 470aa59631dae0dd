/**
 * The wall between making and looking: what a snapshot folder holds. Runs in the browser too, so it imports nothing of
 * Node. docs/snapshot-format.md is the normative text.
 */
import { z } from 'zod';
import { areaCollection } from './area.js';
import { names, protectionRules } from './city.js';
import { contest } from './exchange/contest.js';
import { findings } from './findings.js';
import { isoWeek } from './iso-week.js';
import { sourceEventKind } from './source.js';
import { block } from './tally.js';
import { modelName } from './verdict.js';

export const SNAPSHOT_FORMAT = { name: 'marsad-snapshot', version: '1.4.0' } as const;

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const format = z.object({ name: z.literal(SNAPSHOT_FORMAT.name), version: z.string().regex(/^1\.\d+\.\d+$/) });
const fileList = z.array(z.object({ path: z.string(), bytes: count, sha256: hash }));

/** Where every post ended, by outcome and reason, and what was left out before, by reason. */
const counts = z.object({
  posts: count,
  outcomes: z.record(z.string(), count),
  itemsLeftOut: z.record(z.string(), count),
  documentsLeftOut: z.record(z.string(), count),
});
const weeks = z.tuple([isoWeek, isoWeek]).nullable();

/** `manifest.json`: what this is, how it was made, and the hash of every other file. */
export const snapshotManifest = z.object({
  format,
  /** since 1.3.0 */
  tier: z.literal('public').optional(),
  city: z.object({
    id: z.string(),
    names,
    /** ISO 639-3 codes the city collects */
    languages: z.array(z.string()),
    /** names of the districts by id */
    districts: z.record(z.string(), names),
    /** true for an invented city: the viewer says so on every screen */
    fictional: z.boolean(),
  }),
  /** first and last week with a dated post; null when there is none */
  weeks,
  // Not strict, as modelName is: a later version may say more of a model.
  model: z.object({
    ...modelName.shape,
    /** ISO 639-3 codes in which the model's error was measured; what it says in others is unmeasured */
    measuredLanguages: z.array(z.string()).optional(),
  }),
  rules: protectionRules,
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      /** what changed how much it can say, oldest first; `added`: its first post is of that week, null when none is dated */
      events: z.array(z.object({ kind: sourceEventKind, week: isoWeek.nullable() })).default([]),
    }),
  ),
  counts,
  /** of a merged snapshot: the ones it was made of, by the SHA-256 of their manifests, sorted by it (since 1.3.0) */
  mergedFrom: z.array(z.object({ sha256: hash, weeks, counts })).optional(),
  /** of a merged snapshot: what is contested in any of them; copies of others carry it attached */
  contests: z.array(contest).optional(),
  files: fileList,
});
export type SnapshotManifest = z.infer<typeof snapshotManifest>;

/** `partner/manifest.json`, `restricted/manifest.json`: the files of a narrower tier, tied to the next wider one. */
export const tierManifest = z.object({
  format,
  tier: z.enum(['partner', 'restricted']),
  city: z.object({ id: z.string() }),
  /** SHA-256 of the manifest of the next wider tier */
  wider: hash,
  files: fileList,
});
export type TierManifest = z.infer<typeof tierManifest>;

/** `figures.json`: the blocks that passed the gate, the places of those that did not, and what is said beyond single blocks. */
export const snapshotFigures = z.object({ blocks: z.array(block), ...findings.shape });
export type SnapshotFigures = z.infer<typeof snapshotFigures>;

/** `areas.geojson` */
export const snapshotAreas = areaCollection;
export type SnapshotAreas = z.infer<typeof snapshotAreas>;

export type { Area, AreaCollection } from './area.js';
export type { Names, ProtectionRules } from './city.js';
export { CONTEXT_FILES } from './context/context-files.js';
export type { SharedFieldNote } from './context/field-note.js';
export type { SharedIncident } from './context/incident.js';
export type { SharedIntervention } from './context/intervention.js';
export type { SharedNarrative } from './context/narrative.js';
export { type SnapshotContext, snapshotContext, snapshotNarratives } from './context/snapshot-context.js';
export {
  type ComparedCity,
  REGION_NOTES,
  REGION_REASONS,
  type Region,
  type RegionCity,
  type RegionComparison,
  type RegionRate,
  type RegionVersion,
  region,
} from './exchange/region.js';
export {
  type ConstantPanel,
  constantPanel,
  type DistrictFigures,
  districtFigures,
  type Findings,
  findings,
  type LevelChange,
  levelChange,
  type OverallEstimate,
  overallEstimate,
  type SpatialClusters,
  spatialClusters,
} from './findings.js';
export { type IsoWeek, isoWeek } from './iso-week.js';
export { PACKAGE_FILES, SNAPSHOT_FILES } from './snapshot-files.js';
export type { Block, BlockFigures, SignalEstimate, SuppressionReason } from './tally.js';
export {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  RUNGS,
  type Rung,
  SEVERITIES,
  type Severity,
  SIGNALS,
  type Signal,
  STANCES,
  type Stance,
  TARGETS,
  type Target,
} from './taxonomy.js';
export { signalCode, targetCode } from './taxonomy-codes.js';
export { nextWeek, weekCount, weekOf, weekStart, weeksBetween } from './week.js';
export { type Interval, wilsonInterval } from './wilson-interval.js';
