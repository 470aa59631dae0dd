import { z } from 'zod';
import { instant } from './post.js';

/**
 * The ledger's vocabulary. The conservation law (docs/life-of-a-post.md) says that every document and every item is in
 * exactly one of these states, each with its reason, so that nothing is lost and nothing is counted twice.
 */

/** A document is one address of a source. `leased` is in flight; a lease that runs out falls back to `queued`. */
export const documentState = z.enum(['queued', 'leased', 'fetched', 'skipped', 'failed']);
export type DocumentState = z.infer<typeof documentState>;

/** What a document is read as: entry points (start pages, feeds, sitemaps, timelines) are asked again on every run. */
export const documentRole = z.enum(['entry', 'page']);
export type DocumentRole = z.infer<typeof documentRole>;

export interface FrontierEntry {
  sourceId: string;
  /** canonical URL; unique within the source */
  url: string;
  role: DocumentRole;
  /** links followed from an entry point to here */
  depth: number;
  attempts: number;
  /** validators of the last answer, for a conditional request */
  etag: string | null;
  lastModified: string | null;
}

/** How the work on one document ended. */
export interface Settlement {
  sourceId: string;
  url: string;
  /** `queued` gives it back for a later try */
  state: 'fetched' | 'skipped' | 'failed' | 'queued';
  /** kebab-case; absent only for `fetched` */
  reason?: string;
  etag?: string | null;
  lastModified?: string | null;
}

/** An item is one text found in a document or a row of a file. */
export const itemState = z.enum(['stored', 'duplicate', 'rejected', 'superseded']);
export type ItemState = z.infer<typeof itemState>;

/** A text that was found but may not become a post. */
export interface Rejection {
  sourceId: string;
  locator: string;
  /** kebab-case, such as `no-text` */
  reason: string;
}

/** What became of the posts offered to the store, in numbers. `known` are items the ledger already holds. */
export interface OfferOutcome {
  stored: number;
  duplicate: number;
  superseded: number;
  rejected: number;
  known: number;
}

/** Where a stored post ended after `tally`. `undetermined`: the classifier could not judge it. */
export const postOutcome = z.enum(['published', 'suppressed', 'outside', 'undetermined']);
export type PostOutcome = z.infer<typeof postOutcome>;

export interface PostOutcomeRow {
  postId: string;
  outcome: PostOutcome;
  /** kebab-case, such as `too-few-posts` or `no-neighbourhood-named` */
  reason: string | null;
}

export const conservation = z.object({
  checkedAt: instant.optional(),
  documents: z.record(documentState, z.number().int()),
  items: z.record(itemState, z.number().int()),
  posts: z.number().int(),
  outcomes: z.record(z.string(), z.number().int()),
  /** sentences naming each broken equation; empty when the law holds */
  violations: z.array(z.string()),
});
export type Conservation = z.infer<typeof conservation>;
