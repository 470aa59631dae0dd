export { arabicSingulars } from './arabic-plurals.js';
export { type Area, type AreaCollection, area, areaCollection, type PolygonGeometry, polygonGeometry } from './area.js';
export { type Names, names, PROTECTION_FLOOR, type ProtectionRules, protectionRules } from './city.js';
export { CONTEXT_FILES } from './context/context-files.js';
export { type FieldNote, fieldNote } from './context/field-note.js';
export { INCIDENT_KINDS, type Incident, type IncidentKind, incident } from './context/incident.js';
export { type Intervention, intervention } from './context/intervention.js';
export { type Narrative, narrative } from './context/narrative.js';
export {
  type SnapshotContext,
  type SnapshotNarratives,
  type SnapshotNotes,
  snapshotContext,
  snapshotNarratives,
  snapshotNotes,
} from './context/snapshot-context.js';
export { textCell } from './csv-cell.js';
export { type ErrorAction, InputError, MarsadError, NewerDatabaseError, UnreachableError } from './errors.js';
export { escapeMarkup } from './escape-markup.js';
export { type CityProfile, cityProfile, type Resource, resource } from './exchange/city-profile.js';
export { type Contest, contest } from './exchange/contest.js';
export {
  type ComparedCity,
  REGION_FORMAT,
  REGION_NOTES,
  REGION_REASONS,
  type Region,
  type RegionCity,
  type RegionComparison,
  type RegionRate,
  type RegionVersion,
  region,
  regionComparison,
  regionVersion,
} from './exchange/region.js';
export { type ReviewSample, reviewSample } from './exchange/review-sample.js';
export {
  type Envelope,
  envelopeOf,
  type Hop,
  hop,
  type KeySet,
  keyId,
  keySet,
  type Notice,
  notice,
  type SnapshotStatement,
  snapshotStatement,
} from './exchange/signed.js';
export { TIERS, type Tier, tier, tiersWithin, widerTier } from './exchange/tier.js';
export {
  type ConstantPanel,
  type DistrictFigures,
  type Findings,
  findings,
  type LevelChange,
  type OverallEstimate,
  type SpatialClusters,
  type Surge,
} from './findings.js';
export { type Boundaries, boundaries, type GateMemory, gateMemory } from './gate-memory.js';
export { authorHash, contentId, sha256 } from './id.js';
export { type IsoWeek, isoWeek } from './iso-week.js';
export {
  type Conservation,
  conservation,
  type DocumentRole,
  type DocumentState,
  documentRole,
  documentState,
  type FrontierEntry,
  type ItemState,
  itemState,
  type OfferOutcome,
  type PostOutcome,
  type PostOutcomeRow,
  postOutcome,
  type Rejection,
  type Settlement,
} from './ledger.js';
export { type Placement, placement } from './placement.js';
export {
  areaId,
  id,
  instant,
  type Permission,
  type Position,
  type Post,
  type PostCandidate,
  permission,
  position,
  post,
  type TimePrecision,
  timePrecision,
} from './post.js';
export { type BandIndex, openBandIndex } from './signature/band-index.js';
export { BANDS, bandKeysOf, writeBandKeys } from './signature/band-keys.js';
export { mix, seedOf } from './signature/mix.js';
export { signatureFromBytes, signaturesFromBytes, signatureToBytes } from './signature/signature-bytes.js';
export { estimatedJaccard, LEAST_SIMILARITY, SIGNATURE_BINS } from './signature/similarity.js';
export {
  PACKAGE_FILES,
  SNAPSHOT_FILES,
  SNAPSHOT_FORMAT,
  type SnapshotAreas,
  type SnapshotFigures,
  type SnapshotManifest,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
  type TierManifest,
  tierManifest,
} from './snapshot.js';
export {
  type SourceBase,
  type SourceEvent,
  type SourceEventKind,
  sourceBase,
  sourceEvent,
  sourceEventKind,
} from './source.js';
export {
  DropCounter,
  type DropCounts,
  dropCounts,
  type OnProgress,
  type Progress,
  type StageReport,
  stageReport,
} from './step.js';
export {
  type Block,
  type BlockFigures,
  block,
  blockFigures,
  type SignalEstimate,
  type SuppressionReason,
  signalEstimate,
  suppressionReason,
  type Tally,
  tally,
} from './tally.js';
export {
  EVIDENCE_KINDS,
  type ExtremistFunction,
  entersFigures,
  FORMS,
  type Form,
  FUNCTIONS,
  HALLMARKS,
  type Hallmark,
  IDEOLOGIES,
  type Ideology,
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
  severityOf,
  TARGETS,
  type Target,
} from './taxonomy.js';
export {
  formCode,
  functionCode,
  hallmarkCode,
  ideologyCode,
  rungCode,
  signalCode,
  stanceCode,
  targetCode,
} from './taxonomy-codes.js';
export {
  type Evidence,
  evidence,
  type LanguageGuess,
  languageGuess,
  type ModelName,
  modelName,
  type SignalFound,
  signal,
  type Verdict,
  type VerdictError,
  verdict,
  verdictError,
} from './verdict.js';
export { nextWeek, weekCount, weekOf, weekStart, weeksBetween } from './week.js';
export { type Interval, wilsonInterval, Z95 } from './wilson-interval.js';
