import type { Readable } from 'node:stream';
import type { FrontierEntry, OfferOutcome, OnProgress, Post, Rejection, Settlement } from '@marsad/records';

/**
 * What the collector needs of a store, without knowing any: the frontier of documents, the offer of posts, and one small
 * note per source (such as the newest id of a timeline). All of it survives a kill.
 */
export interface CollectLedger {
  /**
   * Adds documents that the ledger does not hold yet. A document given as `entry` is queued again if the ledger holds it,
   * whatever it was before (the last page of a forum thread becomes an entry point that way), unless it is leased.
   * Returns how many are new.
   */
  addDocuments(
    documents: readonly { sourceId: string; url: string; role: 'entry' | 'page'; depth: number }[],
    now: string,
  ): Promise<number>;
  /**
   * Leases up to `limit` queued documents of a source to `holder` until `leaseUntil`. Leases that have run out count as
   * queued. Least tried first, then nearest to an entry point, then by address.
   */
  claimDocuments(
    sourceId: string,
    limit: number,
    now: string,
    leaseUntil: string,
    holder: string,
  ): Promise<FrontierEntry[]>;
  /** The first documents that a claim would give. */
  queuedDocuments(sourceId: string, limit: number): Promise<Pick<FrontierEntry, 'url' | 'role' | 'depth'>[]>;
  /** Who holds documents of a source, and until when at most. */
  leases(sourceId: string): Promise<{ holder: string | null; until: string }[]>;
  /**
   * Leases to `holder` what others, known to have ended, still hold, in the order in which it was claimed. What was
   * claimed many times is queued instead, behind all else: it may be what ends them.
   */
  takeOverDocuments(
    sourceId: string,
    ended: readonly string[],
    now: string,
    leaseUntil: string,
    holder: string,
  ): Promise<FrontierEntry[]>;
  settleDocument(settlement: Settlement, now: string): Promise<void>;
  /**
   * Stores what is new, links exact copies, replaces edited posts, keeps rejections with their reasons: one transaction.
   * Every post given is counted once in `stored`, `duplicate` or `known`, every rejection once in `rejected` or `known`;
   * `superseded` counts the older posts that were replaced and comes on top.
   */
  offerPosts(posts: readonly Post[], rejections: readonly Rejection[], now: string): Promise<OfferOutcome>;
  /**
   * All that came of documents, one after the other in one transaction: new documents as `addDocuments` takes them, posts
   * and rejections as `offerPosts`, a note of the source, and how the document was settled.
   */
  keepReadings(readings: readonly KeptReading[], now: string): Promise<{ offered: OfferOutcome; added: number }>;
  recallNote(sourceId: string, key: string): Promise<string | null>;
  keepNote(sourceId: string, key: string, value: string): Promise<void>;
}

/** What came of one document. */
export interface KeptReading {
  documents: Parameters<CollectLedger['addDocuments']>[0];
  posts: readonly Post[];
  rejections: readonly Rejection[];
  note?: { sourceId: string; key: string; value: string };
  /** absent where the document is settled later, when the run ends */
  settlement?: Settlement;
}

/** This process as leases name it, and what it knows of others. */
export interface RunningProcess {
  /** no other process, here or elsewhere, now or later, has the same */
  name: string;
  /** whether the process of that name is known to have ended; false where that cannot be told */
  hasEnded: (name: string) => boolean;
}

/** One file that may be read. */
export interface FileEntry {
  /** what `open` takes */
  path: string;
  /** path from the listed folder, with `/` between its parts; of a single file its last part */
  name: string;
  /** bytes */
  size: number;
  /** changes whenever the file does, such as its time of change; compared, never read */
  stamp: string;
  /** found in a folder, not named by the user */
  inFolder: boolean;
  /** no plain file: a symbolic link may lead anywhere, a pipe may never end; neither is read */
  isSpecial: boolean;
}

/** Files that sources may read; nothing is ever written. */
export interface SourceFiles {
  /**
   * The file at a path, or every file in the folder there and in those below, sorted by name within each folder.
   * @throws {InputError} `file-missing` when nothing is there
   */
  list(path: string): AsyncIterable<FileEntry>;
  /** a file's bytes from `start` to before `end`, all without a range */
  open(path: string, range?: { start: number; end: number }): Readable;
}

/** The outside world, handed in. */
export interface CollectEffects {
  clock: () => Date;
  /** resolves after that many milliseconds; tests hand in one that does not wait */
  sleep: (milliseconds: number) => Promise<void>;
  /** uniform in [0, 1), for jitter */
  random: () => number;
  /** key of the author hashes, at least 16 bytes */
  authorKey: Uint8Array;
  /** environment values a source may need, such as an API key; read by the command line */
  secrets: Readonly<Record<string, string | undefined>>;
  /**
   * Where to dial for a host name instead of asking DNS; the demo and the tests send an invented web to loopback with it.
   * An address given here is trusted: the guard against private addresses does not apply to it.
   */
  dial?: (hostname: string, port: number) => { host: string; port: number } | undefined;
  /** what DNS answers for a host name; default: the system's resolver */
  lookup?: (hostname: string) => Promise<readonly { address: string; family: number }[]>;
  /** without it, what a killed run held waits until its lease runs out */
  process?: RunningProcess;
  /** the disk, for sources of kind `file`; without it they cannot be read */
  files?: SourceFiles;
  /** the user's browser, for sources that ask to have pages rendered; without it they cannot be read */
  chromium?: { executablePath: string; args?: readonly string[] };
  onProgress: OnProgress;
}
