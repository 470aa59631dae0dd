import type { ExtractionWorkers } from '../extract/extraction-workers.js';
import type { RowMap } from './row.js';

/** What reading a file needs beyond its bytes. */
export interface ItemContext {
  /** of the file, for messages; within a folder with the path from there */
  name: string;
  sourceId: string;
  /** for names of texts that have none of their own */
  authorKey: Uint8Array;
  /** which column holds what, in files of rows */
  map: RowMap;
  /** ISO 639-3, for texts that do not say theirs */
  language: string | undefined;
  workers: ExtractionWorkers;
}
