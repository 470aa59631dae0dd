import type {
  Block,
  Conservation,
  Findings,
  FrontierEntry,
  GateMemory,
  ModelName,
  OfferOutcome,
  Placement,
  Post,
  Rejection,
  Settlement,
  Verdict,
  VerdictError,
} from '@marsad/records';
import type { BesideBlocks } from './blocks.js';
import type { Counted, TallyBegun } from './counted-weeks.js';
import type { StoreCounts } from './counts.js';
import type { NewDocument } from './documents/new-document.js';
import type { KeptReading } from './keep-readings.js';
import type { SampleSummary } from './labels/kept-samples.js';
import type { LabelChange, LabelledPost, LabelOutcome, NewLabel } from './labels/labels.js';
import type { KeptSample, PostText } from './labels/samples.js';
import type { OutcomeBatches } from './outcomes.js';
import type { PackedPosts } from './placements/packed-posts.js';
import type { PlacedPost } from './placements/placed-posts.js';
import type { KeptRun } from './runs.js';
import type { SourceLog, SourceRunLog } from './source-log.js';
import type { KeptSource } from './sources.js';

/**
 * Where records rest. Each writing method is one transaction: when its promise resolves, what it wrote is on the disk;
 * when it rejects, nothing was written.
 */
export interface Store {
  /** Queues new documents, entry points again, and pages that failed in an earlier run. Returns how many are new. */
  addDocuments(documents: readonly NewDocument[], now: string): Promise<number>;
  /**
   * Leases up to `limit` queued documents of a source until `leaseUntil`; expired leases count as queued. `holder` names
   * the run, so that another can tell whether it has ended.
   */
  claimDocuments(
    sourceId: string,
    limit: number,
    now: string,
    leaseUntil: string,
    holder?: string,
  ): Promise<FrontierEntry[]>;
  /** The first documents that a claim would give. */
  queuedDocuments(sourceId: string, limit: number): Promise<Pick<FrontierEntry, 'url' | 'role' | 'depth'>[]>;
  /** Who holds documents of a source, and until when at most. */
  leases(sourceId: string): Promise<{ holder: string | null; until: string }[]>;
  /** Leases anew, in the order of their claim, the documents of holders that have ended. */
  takeOverDocuments(
    sourceId: string,
    ended: readonly string[],
    now: string,
    leaseUntil: string,
    holder: string,
  ): Promise<FrontierEntry[]>;
  settleDocument(settlement: Settlement, now: string): Promise<void>;
  /** Stores what is new, links exact copies, replaces edited posts, keeps rejections with their reasons. */
  offerPosts(posts: readonly Post[], rejections: readonly Rejection[], now: string): Promise<OfferOutcome>;
  /** All that came of documents, in this order, in one transaction. */
  keepReadings(readings: readonly KeptReading[], now: string): Promise<{ offered: OfferOutcome; added: number }>;
  recallNote(sourceId: string, key: string): Promise<string | null>;
  keepNote(sourceId: string, key: string, value: string): Promise<void>;

  /** Remembers sources as they are now, and logs those that are new as added. */
  keepSources(sources: readonly KeptSource[], now: string): Promise<void>;
  /** every source ever kept, sorted by id */
  sources(): Promise<KeptSource[]>;
  /** Writes down how a run found its sources, on the day (`2026-03-30`, UTC) of the run. */
  logSourceRun(day: string, runs: readonly SourceRunLog[]): Promise<void>;
  /** the log of every source ever kept, sorted by id */
  sourceLogs(): Promise<SourceLog[]>;
  /** when the earliest dated post of each source was published, by source id */
  firstPublished(): Promise<Map<string, string>>;
  /** whether a post of the source was published from the first instant on and before the second */
  hasPostBetween(sourceId: string, from: string, until: string): Promise<boolean>;

  /** Pages, ordered by id, of the posts without a judgement of this model and version. */
  unjudgedPosts(model: ModelName, pageSize?: number): AsyncIterable<Post[]>;
  /** `model` is who could not judge the posts in `errors`. Returns how many posts have their judgement now. */
  saveVerdicts(
    verdicts: readonly Verdict[],
    errors: readonly VerdictError[],
    now: string,
    model: ModelName,
  ): Promise<number>;
  /** the model that judged last, or null when nothing has been judged */
  lastModel(): Promise<ModelName | null>;

  /** Pages, ordered by id, of the posts that this version has not placed. */
  unplacedPosts(placerVersion: string, pageSize?: number): AsyncIterable<Post[]>;
  /** Replaces all placements of these posts, also by none. Returns how many posts were placed. */
  savePlacements(postIds: readonly string[], placements: readonly Placement[], placerVersion: string): Promise<number>;
  /** Where these posts were placed and what that was chosen from, by id; without those that are not stored. */
  placementsOf(ids: readonly string[]): Promise<Map<string, Placement[]>>;

  /** Decides anew which posts are copies of which, by their dates alone; before a tally, after which it does nothing. */
  electOriginals(): Promise<void>;
  /** Pages, ordered by id, of every stored post once. */
  placedPosts(pageSize?: number): AsyncIterable<PlacedPost[]>;
  /** Stored posts of some ISO weeks (or `undated`), or all of them, in no order; read once, to be gone through often. */
  countablePosts(weeks?: readonly string[]): Promise<PackedPosts>;
  /** The same of some posts by their ids, as far as they are stored. */
  countablePostsOf(ids: readonly string[]): Promise<PackedPosts>;
  /** Begins a tally: says what of the last one, counted the same way, still holds. */
  beginTally(countedAs: string): Promise<TallyBegun>;
  /**
   * Replaces all outcomes by those of a new tally, all at once; with `counted` only those of the posts in the batches, and
   * keeps what was counted beside them. Returns how many were written.
   */
  replaceOutcomes(batches: OutcomeBatches, counted?: Counted): Promise<number>;
  /** Replaces the blocks of the last tally and what was found beside them; their order is kept. */
  replaceBlocks(blocks: readonly Block[], beside?: BesideBlocks): Promise<void>;
  blocks(): Promise<Block[]>;
  /** what the last tally found beyond single blocks */
  findings(): Promise<Findings>;
  /** what the publish gate remembers beside the blocks; null before the first tally that kept it */
  gateMemory(): Promise<GateMemory | null>;

  /** Keeps a sample of posts for people to label, with the chance of each to be in it. */
  saveSample(sample: KeptSample, now: string): Promise<void>;
  /** Pages, ordered by id, of what every stored post says. */
  postTextPages(pageSize?: number): AsyncIterable<PostText[]>;
  postTexts(ids: readonly string[]): Promise<Map<string, PostText>>;
  /**
   * Keeps what a coder said; tells of each label what came of it, in the same order. What a coder has said otherwise before
   * changes only with a reason (`correction`), which is kept with the earlier label.
   */
  saveLabels(labels: readonly NewLabel[], now: string, correction?: string): Promise<LabelOutcome[]>;
  /** Every correction of a label, in the order in which they were made. */
  labelChanges(): Promise<LabelChange[]>;
  /** every sample that was drawn, with its labels counted, sorted by id */
  samples(): Promise<SampleSummary[]>;
  /** every labelled post once, ordered by id */
  labelledPosts(): Promise<LabelledPost[]>;

  counts(): Promise<StoreCounts>;
  conservation(): Promise<Conservation>;

  saveRun(run: KeptRun): Promise<void>;
  lastRun(): Promise<KeptRun | null>;

  close(): Promise<void>;
}
