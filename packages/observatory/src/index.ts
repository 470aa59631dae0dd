export { acceptedAreas } from './areas/accepted-areas.js';
export { type CheckedAreas, checkAreas } from './areas/check-areas.js';
export { type CrosswalkRow, crosswalk } from './areas/crosswalk.js';
export { drawProblem } from './areas/draw-problem.js';
export { readBoundaries } from './areas/formats/read-boundaries.js';
export { type AreaIndex, indexAreas } from './areas/index-areas.js';
export { type LoadedAreas, loadAreas } from './areas/load-areas.js';
export type { PolygonFeatures } from './areas/parts.js';
export type { AreaFields } from './areas/read-fields.js';
export { simplifyAreas } from './areas/simplify-areas.js';
export { type CardErrors, cardErrorsOf } from './estimate/card-errors.js';
export { type AreaCluster, type Clusters, findClusters } from './estimate/clusters/find-clusters.js';
export type { Neighbours } from './estimate/clusters/neighbours.js';
export { correctByCard } from './estimate/correct-by-card.js';
export type {
  AreaEstimate,
  CardErrorRates,
  EstimateLabel,
  EstimateOptions,
  EstimatePost,
  VersusCity,
} from './estimate/estimate.js';
export { estimateAreas } from './estimate/estimate-areas.js';
export { estimateBlocks, type PostLabel } from './estimate/estimate-blocks.js';
export { estimatesMarkdown } from './estimate/evaluate/estimates-markdown.js';
export { type EstimatesReport, evaluateEstimates } from './estimate/evaluate/evaluate-estimates.js';
export { drawSample, inclusionProbabilities, type SampleDesign } from './estimate/inclusion.js';
export { seededRandom } from './estimate/seeded-random.js';
export { changePoints, type SeriesPoint } from './estimate/trend/change-points.js';
export { onConstantPanel, type PanelSeries, type PeriodCounts } from './estimate/trend/constant-panel.js';
export { type SurgeDay, type SurgeOptions, surgeAlerts } from './estimate/trend/surge-alert.js';
export { type FindingsParts, findingsOf } from './findings/findings-of.js';
export {
  type BuiltGazetteer,
  buildGazetteer,
  type GazetteerRow,
  gazetteerCsv,
} from './gazetteer/build-gazetteer.js';
export { type GazetteerEntry, gazetteerFrom, NAME_KINDS, type NameKind } from './gazetteer/entry.js';
export {
  evaluatePlaces,
  type LabelledPlacePost,
  labelledPlacePost,
  type PlacesReport,
} from './gazetteer/evaluate-places.js';
export { type Gazetteer, type Mention, openGazetteer } from './gazetteer/open-gazetteer.js';
export { parseGazetteer, type StrayLine } from './gazetteer/parse-gazetteer.js';
export { openPlacer, type Placer } from './locate/open-placer.js';
export { type Observation, observe } from './observe.js';
export {
  evaluateProtection,
  type ProtectionReport,
  recoveredCells,
} from './protect/attack/evaluate-protection.js';
export { protectionMarkdown } from './protect/attack/protection-markdown.js';
export { blocksOf } from './protect/blocks-of.js';
export { endingsOf, NO_ENDINGS } from './protect/endings-of.js';
export { recall, remember } from './protect/memory/recall.js';
export { outcomeBatches, outcomesOf } from './protect/outcomes-of.js';
export { type Protected, protect } from './protect/protect.js';
export { buildSnapshot, type SnapshotBytes, type SnapshotParts } from './snapshot/build-snapshot.js';
export { toldOutcome } from './snapshot/coarse-counts.js';
export { type ChangeCode, type ChangeOf, isFinding, type SnapshotChange } from './snapshot/compare/change.js';
export { diffSnapshots } from './snapshot/compare/diff-snapshots.js';
export { isWithdrawn } from './snapshot/compare/is-withdrawn.js';
export { type LeftOut, mergeSnapshots } from './snapshot/compare/merge-snapshots.js';
export { type CityContext, contextFiles } from './snapshot/context/context-files.js';
export { writtenTextProblems } from './snapshot/context/text-problems.js';
export { type Inspection, inspectSnapshot } from './snapshot/inspect-snapshot.js';
export { lowerTier } from './snapshot/lower-tier.js';
export { openSnapshotFiles } from './snapshot/open-snapshot-files.js';
export { packageBytes } from './snapshot/package/write-package.js';
export { readSnapshot, readSnapshotFiles, type Snapshot, snapshotHash } from './snapshot/read-snapshot.js';
export { type Verification, verifySnapshot, verifySnapshotFiles } from './snapshot/verify-snapshot.js';
export { writeSnapshot } from './snapshot/write-snapshot.js';
export { type BreakdownRow, breakDown } from './tally/break-down.js';
export { districtsByArea } from './tally/districts.js';
export { countedAs, keepCells } from './tally/kept-cells.js';
export type { PeriodUnit } from './tally/period.js';
export { type PlacedPost, UNDATED } from './tally/placed-post.js';
export { type Tallied, type TallyOptions, tallyPosts } from './tally/tally-posts.js';
