export { type CollectOptions, collect } from './collect.js';
export { decodeHtml } from './extract/decode-html.js';
export { extractMainText, type MainText } from './extract/main-text.js';
export { type Feed, FeedError, type FeedItem, type FeedKind } from './feeds/feed.js';
export { parseFeed } from './feeds/parse-feed.js';
export { type ImportInput, importFile } from './import/import-file.js';
export { type ReadRowsOptions, readRows } from './import/read-rows.js';
export type { BadRow, Row, RowFormat, RowMap } from './import/row.js';
export type { CollectEffects, CollectLedger } from './ports.js';
export type {
  CollectReport,
  DocumentCounts,
  ImportReport,
  PlannedDocument,
  RejectedRow,
  SourceResult,
} from './report.js';
export { robotsAllows } from './robots/robots-allows.js';
export { type Source, sourceSpec } from './sources/all.js';
export { secretsNeeded } from './sources/secrets-needed.js';
