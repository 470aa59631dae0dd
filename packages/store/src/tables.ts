import type {
  DocumentRole,
  DocumentState,
  ItemState,
  Permission,
  PostOutcome,
  Rung,
  SourceEventKind,
  Stance,
  TimePrecision,
} from '@marsad/records';
import type { Generated, Kysely, Transaction } from 'kysely';

/**
 * The columns as the newest migration leaves them. Times are ISO 8601 in UTC with milliseconds, so that the order of the
 * text is the order of time; lists and objects are JSON text. (Types, not interfaces: Kysely wants an index signature.)
 */
export type Tables = {
  sources: { id: string; kind: string; name: string; home: string | null; reached_on: string | null };
  source_events: {
    position: Generated<number>;
    source_id: string;
    day: string;
    kind: SourceEventKind;
    detail: string | null;
  };
  notes: { source_id: string; key: string; value: string };
  documents: DocumentRow;
  items: ItemRow;
  posts: PostRow;
  /** arrivals of the originals by the keys of their signatures */
  bands: { key: number; arrival: number };
  /** posts that were linked otherwise since the last election; with their signature those that are gone */
  unelected: { arrival: number; signature: Buffer | null };
  judgements: JudgementRow;
  placings: { post_id: string; placer_version: string };
  placements: PlacementRow;
  outcomes: OutcomeRow;
  /** `week` may be `undated` */
  counted_weeks: { week: string; cells: string; endings: string };
  /** `day` may be `undated`; `counting` is 1 once a tally counts it, 0 again when it changes meanwhile */
  changed_days: { day: string; counting: number };
  blocks: { position: number; block: string };
  marks: { name: string; value: string };
  samples: {
    id: string;
    drawn_at: string;
    design: 'random' | 'efficient';
    signal: string;
    seed: number;
    posts: number;
  };
  sampled_posts: { sample_id: string; post_id: string; probability: number };
  /** signals: a sorted list of codes; empty says that the post carries none */
  labels: { post_id: string; coder: string; sample_id: string; signals: string; labelled_at: string };
  label_changes: {
    id: Generated<number>;
    post_id: string;
    coder: string;
    was: string;
    became: string;
    changed_at: string;
    reason: string;
  };
  runs: { id: string; started_at: string; finished_at: string; report: string };
};

export type DocumentRow = {
  source_id: string;
  url: string;
  role: DocumentRole;
  depth: number;
  state: DocumentState;
  reason: string | null;
  attempts: number;
  round: number;
  lease_until: string | null;
  lease_holder: string | null;
  etag: string | null;
  last_modified: string | null;
  added_at: string;
  changed_at: string;
};

type ItemRow = {
  id: string;
  source_id: string;
  locator: string;
  state: ItemState;
  reason: string | null;
  duplicate_of: string | null;
  found_at: string;
  changed_at: string;
};

export type PostRow = {
  id: string;
  source_id: string;
  locator: string;
  content_hash: string;
  permission: Permission;
  published_at: string | null;
  published_precision: TimePrecision;
  language_hint: string | null;
  author_hash: string | null;
  longitude: number | null;
  latitude: number | null;
  place_tag: string | null;
  url: string | null;
  title: string | null;
  text: string;
  /** counts the posts as they are stored, from 1 */
  arrival: number;
  /** id of the original, which is never a copy itself */
  copy_of: string | null;
  signature: Buffer | null;
};

/** Either `undetermined` and `message` are filled, or the rest is. */
export type JudgementRow = {
  post_id: string;
  model_name: string;
  model_version: string;
  judged_at: string;
  undetermined: string | null;
  message: string | null;
  language: string | null;
  script: string | null;
  language_confidence: number | null;
  stance: Stance | null;
  probabilities: string | null;
  signals: string | null;
  evidence: string | null;
};

export type PlacementRow = {
  post_id: string;
  position: number;
  area_id: string | null;
  rung: Rung;
  weight: number;
  candidates: string;
};

type OutcomeRow = {
  post_id: string;
  outcome: PostOutcome;
  reason: string | null;
};

/** A database outside a transaction: only for single reads, and for opening transactions. */
export type Database = Kysely<Tables>;
/** A database inside a transaction: what every writing query takes. */
export type Writing = Transaction<Tables>;
/** Reads may happen in either. */
export type Reading = Kysely<Tables> | Transaction<Tables>;
