export { type CollectOptions, collect } from './collect.js';
export { type ExtractionReport, evaluateExtraction } from './evaluate/evaluate-extraction.js';
export { readTar } from './evaluate/read-tar.js';
export { decodeHtml } from './extract/decode-html.js';
export { extractMainText, type MainText } from './extract/main-text.js';
export { type Feed, FeedError, type FeedItem, type FeedKind } from './feeds/feed.js';
export { parseFeed } from './feeds/parse-feed.js';
export { FILE_FORMATS, type FileFormat } from './import/file-format.js';
export { filesOnDisk } from './import/files-on-disk.js';
export { importFiles } from './import/import-files.js';
export type { FilesToRead } from './import/read-files.js';
export { type BadRow, ROW_FIELDS, type Row, type RowFormat, type RowMap } from './import/row.js';
export type { CollectEffects, CollectLedger, FileEntry, RunningProcess, SourceFiles } from './ports.js';
export { redactText } from './redact/redact-text.js';
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
