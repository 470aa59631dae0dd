export { type CollectOptions, collect } from './collect.js';
export { type ImportInput, importFile, type RowFormat, type RowMap } from './import/import-file.js';
export type { CollectEffects, CollectLedger } from './ports.js';
export type {
  CollectReport,
  DocumentCounts,
  ImportReport,
  PlannedDocument,
  RejectedRow,
  SourceResult,
} from './report.js';
export { type Source, sourceSpec } from './sources/all.js';
