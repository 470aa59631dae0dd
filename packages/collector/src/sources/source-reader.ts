import type { DropCounts, FrontierEntry, PostCandidate, Rejection } from '@marsad/records';
import type { ExtractionWorkers } from '../extract/extraction-workers.js';
import type { ErrorAnswer } from '../fetch/fetcher.js';
import type { CollectEffects, CollectLedger } from '../ports.js';
import type { PageRenderer } from '../render/page-renderer.js';

/** A document to put on the frontier. */
export interface Lead {
  url: string;
  role: 'entry' | 'page';
  depth: number;
}

/** An answer as a source reads it. */
export interface ReadableAnswer {
  /** where the answer came from, after redirects */
  url: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What a source found in one document. */
export interface Reading {
  leads: Lead[];
  candidates: PostCandidate[];
  /** items that were found but are not offered, such as boosts */
  rejections: Rejection[];
  /** settles the document as skipped, with this reason, in place of fetched */
  skipped?: string;
  /** settles it as failed; with `later` a page is tried again in later runs */
  failed?: { reason: string; message: string; later?: boolean };
  /** to be kept with leads and posts */
  note?: { key: string; value: string };
  /** such a note where it depends on the documents read before: called in the order in which they were claimed */
  noteInTurn?: () => Promise<{ key: string; value: string } | undefined>;
  /** links that were seen but are not leads, by reason */
  notFollowed?: DropCounts;
}

/** What an error answer means in the words of its service. */
export interface Explanation {
  /** kebab-case, in place of `http-403` and the like */
  reason?: string;
  message?: string;
  /** whether a later run may do better */
  later?: boolean;
  /** nothing more is asked of the source in this run, such as when a quota is used up */
  stop?: boolean;
  remedy?: string;
}

/** One source during one run. */
export interface SourceReader {
  /** why nothing can be asked of the source in this run, such as a key that was not given */
  unable?: { message: string; remedy: string };
  /** sent with every request, such as a key: in an address it would be stored and shown */
  headers?: Readonly<Record<string, string>>;
  gapSeconds: number;
  /** what reading one document takes, where it is worth counting */
  secondsToRead?: number;
  /** what may be fetched in one run */
  maximumDocuments: number;
  /** decoded */
  maximumBytes?: number;
  maximumMinutes?: number;
  accept: string;
  contentTypes: RegExp;
  /** documents asked for on every run */
  entries: readonly Lead[];
  /** documents to ask for again because some entry point has changed, but for those found `since` the run began */
  revisits(since: string): Promise<Lead[]>;
  /** the address to ask in place of the document's own */
  addressOf(document: FrontierEntry): Promise<string>;
  /** whether a redirect may lead there */
  mayFollow(url: string): boolean;
  /** @param onBytes told of what reading brings in beyond the answer, such as what the page's scripts load */
  read(document: FrontierEntry, answer: ReadableAnswer, onBytes: (count: number) => void): Promise<Reading>;
  /** documents of this run that were read as they came because the browser did not render them, by reason */
  notRendered?(): DropCounts;
  /** what an error answer says; without it, its status alone counts */
  explain?(document: FrontierEntry, error: ErrorAnswer): Explanation;
}

/** What a source may use beyond the answers it reads. */
export interface ReaderContext {
  ledger: Pick<CollectLedger, 'recallNote' | 'keepNote'>;
  workers: ExtractionWorkers;
  clock: CollectEffects['clock'];
  secrets: CollectEffects['secrets'];
  /** absent where the user has no browser */
  renderer?: PageRenderer | undefined;
}
