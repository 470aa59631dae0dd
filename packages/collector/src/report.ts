import type { DropCounts, OfferOutcome, StageReport } from '@marsad/records';
import type { Ended } from './run/budget.js';

/** What became of the documents of one source. */
export interface DocumentCounts {
  fetched: number;
  /** of the fetched ones, those that had not changed since the last run (answer 304) */
  unchanged: number;
  skipped: DropCounts;
  failed: DropCounts;
  /** links that were seen but not put on the list of what to fetch: traps, and more than could ever be asked */
  notFollowed?: DropCounts;
  /** of the fetched ones, those that were to be rendered but were read as they came, by reason */
  notRendered?: DropCounts;
}

/** One document of which a dry run says what a run would do with it. */
export interface PlannedDocument {
  /** the address that would be asked; of a file its name */
  url: string;
  /** asked on every run, found by an earlier run and not asked yet, or a file on the disk */
  from: 'entry' | 'queued' | 'file';
  decision: 'fetch' | 'forbidden' | 'over-budget';
  /** why not: `robots`, `robots-unreachable`, `maximum-pages`, `limit`, `not-a-file` */
  reason?: string;
}

/** How collecting from one source went. */
export interface SourceResult {
  id: string;
  kind: string;
  /** false when no host of the source gave any usable answer */
  reached: boolean;
  /** one sentence saying what went wrong, where something did */
  error?: string;
  remedy?: string;
  /** why it ended before everything it knows of was asked for; the rest waits for the next run */
  ended?: Ended;
  documents: DocumentCounts;
  items: OfferOutcome;
  /** only in a dry run */
  planned?: PlannedDocument[];
}

/** What `collect` hands back. */
export interface CollectReport {
  /** in the order of the configuration */
  sources: SourceResult[];
  /** texts found → posts stored, over all sources */
  items: StageReport;
}

/** Something in a file that did not become a post. */
export interface RejectedRow {
  /** name of the file, within a folder with the path from there */
  file: string;
  /** 1-based line of the file where the row begins; in lists and archives the number of the element or record */
  line: number;
  reason: string;
  /** such as "row 17 has no text in column body" */
  message: string;
}

/** What `importFiles` hands back. */
export interface ImportReport {
  /** texts found → posts stored */
  items: StageReport;
  outcome: OfferOutcome;
  files: DocumentCounts;
  /** the first 20 */
  rejected: RejectedRow[];
  /** files that could not be read or broke before their end, the first 20: what could be read of them is stored */
  errors: string[];
}
