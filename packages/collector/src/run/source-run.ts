import { DropCounter, type FrontierEntry, type Settlement } from '@marsad/records';
import type { Fetched, Fetcher } from '../fetch/fetcher.js';
import { pause } from '../fetch/host-queue.js';
import type { CollectEffects, CollectLedger } from '../ports.js';
import type { SourceResult } from '../report.js';
import type { Source } from '../sources/all.js';
import type { Explanation, SourceReader } from '../sources/source-reader.js';
import { ItemCounts, offer } from './offer.js';

const LEASE_SECONDS = 60;
const MAXIMUM_BATCH = 16;
/** Requests of a source that are under way or read at the same time; the host still sees one after the other. */
export const MAXIMUM_AHEAD = 4;
/** Runs in which a page is tried again after a failure that may pass. */
const MAXIMUM_RUNS = 3;
const LEASE_NOTE = 'leased-until';

export interface SourceRunOptions {
  ledger: CollectLedger;
  effects: CollectEffects;
  fetcher: Fetcher;
  limit?: number | undefined;
  signal?: AbortSignal | undefined;
  /** called after each document */
  onDocument: (sourceId: string) => void;
}

/**
 * One source during one run: claims documents from the ledger in batches, has them fetched, read and stored, and settles
 * them. Documents of a batch are fetched ahead but read and stored in the order in which they were claimed, so that a run
 * over the same site stores the same posts in the same order.
 */
export class SourceRun {
  readonly items = new ItemCounts();
  readonly #source: Source;
  readonly #reader: SourceReader;
  readonly #options: SourceRunOptions;
  readonly #skipped = new DropCounter();
  readonly #failed = new DropCounter();
  /** claimed by this run and not to be tried again in it */
  readonly #handled = new Set<string>();
  /** given back to the frontier when the run ends */
  readonly #deferred: Settlement[] = [];
  #batch: FrontierEntry[] = [];
  #active = 0;
  #order: Promise<void> = Promise.resolve();
  #fetched = 0;
  #unchanged = 0;
  #asked = 0;
  #reached = false;
  #error: string | undefined;
  #remedy: string | undefined;
  #entriesChanged = false;
  #revisited = false;
  #leaseOfOthers: number | undefined;
  #waiting = false;
  #exhausted = false;

  constructor(source: Source, reader: SourceReader, options: SourceRunOptions) {
    this.#source = source;
    this.#reader = reader;
    this.#options = options;
  }

  get #now(): string {
    return this.#options.effects.clock().toISOString();
  }

  get #budgetLeft(): number {
    return Math.min(this.#reader.maximumDocuments, this.#options.limit ?? Number.POSITIVE_INFINITY) - this.#asked;
  }

  /** Puts the entry points on the frontier and looks whether an earlier run was killed with documents in its hands. */
  async start(): Promise<void> {
    const { ledger, effects } = this.#options;
    const { unable } = this.#reader;
    if (unable) {
      this.#error = unable.message;
      this.#remedy = unable.remedy;
      this.#exhausted = true;
      return;
    }
    const leasedUntil = Date.parse((await ledger.recallNote(this.#source.id, LEASE_NOTE)) ?? '');
    if (leasedUntil > effects.clock().getTime()) this.#leaseOfOthers = leasedUntil;
    await ledger.addDocuments(
      this.#reader.entries.map((entry) => ({ ...entry, sourceId: this.#source.id })),
      this.#now,
    );
  }

  /** Whether a document can be taken now; claims the next batch when the last one is done. */
  async ready(): Promise<boolean> {
    if (this.#batch.length > 0) return this.#active < MAXIMUM_AHEAD;
    if (this.#active > 0 || this.#exhausted || this.#waiting) return false;
    await this.#claim();
    return this.#batch.length > 0;
  }

  get finished(): boolean {
    return this.#exhausted && this.#active === 0 && this.#batch.length === 0;
  }

  async #claim(): Promise<void> {
    const { ledger, effects, signal } = this.#options;
    if (this.#budgetLeft <= 0 || signal?.aborted) {
      this.#exhausted = true;
      return;
    }
    const { gapSeconds, secondsToRead = 0 } = this.#reader;
    // A lease must outlive the documents claimed with it, one gap after the other.
    const perLease = Math.floor(LEASE_SECONDS / 3 / Math.max(gapSeconds, secondsToRead, 0.1));
    const limit = Math.max(1, Math.min(MAXIMUM_BATCH, perLease, this.#budgetLeft));
    const leaseUntil = new Date(effects.clock().getTime() + LEASE_SECONDS * 1000).toISOString();
    await ledger.keepNote(this.#source.id, LEASE_NOTE, leaseUntil);
    const claimed = await ledger.claimDocuments(this.#source.id, limit, this.#now, leaseUntil);
    this.#batch = claimed.filter(({ url }) => !this.#handled.has(url));
    for (const { url } of this.#batch) this.#handled.add(url);
    if (claimed.length > 0) return;
    if (this.#entriesChanged && !this.#revisited) {
      this.#revisited = true;
      const leads = (await this.#reader.revisits()).filter(({ url }) => !this.#handled.has(url));
      await ledger.addDocuments(
        leads.map((lead) => ({ ...lead, sourceId: this.#source.id })),
        this.#now,
      );
      return;
    }
    if (this.#leaseOfOthers !== undefined) {
      // What a killed run had in its hands becomes free when its lease ends: wait for it once, then look again.
      const wait = this.#leaseOfOthers - effects.clock().getTime() + 1000;
      this.#leaseOfOthers = undefined;
      this.#waiting = true;
      void pause(wait, effects.sleep, signal).then(() => {
        this.#waiting = false;
      });
      return;
    }
    this.#exhausted = true;
  }

  /** Fetches, reads, stores and settles one document. */
  async takeOne(): Promise<void> {
    const document = this.#batch.shift();
    if (!document) return;
    this.#active += 1;
    this.#asked += 1;
    const before = this.#order;
    let done = (): void => {};
    this.#order = new Promise((resolve) => {
      done = resolve;
    });
    try {
      const fetched = await this.#fetch(document);
      await before;
      await this.#finish(document, fetched);
      this.#options.onDocument(this.#source.id);
    } finally {
      this.#active -= 1;
      done();
    }
  }

  async #fetch(document: FrontierEntry): Promise<Fetched> {
    const reader = this.#reader;
    const url = await reader.addressOf(document);
    // Validators belong to the document's own address: a timeline asked from another point has none.
    const isSame = url === document.url;
    return this.#options.fetcher.fetch(url, {
      gapSeconds: reader.gapSeconds,
      accept: reader.accept,
      contentTypes: reader.contentTypes,
      ...(reader.headers ? { headers: reader.headers } : {}),
      mayFollow: (target) => reader.mayFollow(target),
      ...(isSame && document.role === 'entry' ? { etag: document.etag, lastModified: document.lastModified } : {}),
    });
  }

  async #finish(document: FrontierEntry, fetched: Fetched): Promise<void> {
    const { sourceId, url } = document;
    if (fetched.kind === 'unchanged') {
      this.#reached = true;
      this.#fetched += 1;
      this.#unchanged += 1;
      await this.#settle({ sourceId, url, state: 'fetched' });
    } else if (fetched.kind === 'skipped') {
      this.#reached = true;
      if (document.role === 'entry') this.#error ??= fetched.message;
      this.#skipped.add(fetched.reason);
      await this.#settle({ sourceId, url, state: 'skipped', reason: fetched.reason });
    } else if (fetched.kind === 'failed') {
      await this.#fail(document, fetched);
    } else {
      await this.#read(document, fetched);
    }
  }

  async #fail(document: FrontierEntry, failure: Extract<Fetched, { kind: 'failed' }>): Promise<void> {
    const { error } = failure;
    if (error && error.status < 500 && error.status !== 429) this.#reached = true;
    const explained = error ? this.#reader.explain?.(document, error) : undefined;
    if (explained?.stop) this.#stop(explained);
    await this.#giveUpOrDefer(document, {
      reason: explained?.reason ?? failure.reason,
      message: explained?.message ?? failure.message,
      later: explained?.later ?? failure.later,
    });
  }

  /** Nothing more is asked in this run: what is claimed goes back to the frontier. */
  #stop({ message, remedy }: Explanation): void {
    this.#error ??= message;
    this.#remedy ??= remedy;
    this.#exhausted = true;
    for (const { sourceId, url } of this.#batch)
      this.#deferred.push({ sourceId, url, state: 'queued', reason: 'interrupted' });
    this.#batch = [];
  }

  async #giveUpOrDefer(
    document: FrontierEntry,
    failure: { reason: string; message: string; later: boolean },
  ): Promise<void> {
    const { sourceId, url, role, attempts } = document;
    const { reason } = failure;
    if (role === 'entry' || !this.#reached) this.#error ??= failure.message;
    this.#failed.add(reason);
    const giveUp = !failure.later || attempts >= MAXIMUM_RUNS || role === 'entry';
    // Entry points are queued again by every run anyway; a page must be given back or it would be lost.
    if (giveUp && reason !== 'interrupted') await this.#settle({ sourceId, url, state: 'failed', reason });
    else this.#deferred.push({ sourceId, url, state: 'queued', reason });
  }

  async #read(document: FrontierEntry, answer: Extract<Fetched, { kind: 'answer' }>): Promise<void> {
    const { ledger, effects } = this.#options;
    const { sourceId, url } = document;
    this.#reached = true;
    const reading = await this.#reader.read(document, answer);
    // Order matters for a kill in between: leads first, then posts, then the note that says how far we are, then the
    // settlement. Whatever is done twice changes nothing.
    await ledger.addDocuments(
      reading.leads.map((lead) => ({ ...lead, sourceId })),
      this.#now,
    );
    await offer(reading.candidates, reading.rejections, {
      ledger,
      context: { authorKey: effects.authorKey },
      now: this.#now,
      counts: this.items,
    });
    if (reading.note) await ledger.keepNote(sourceId, reading.note.key, reading.note.value);
    const validators = { etag: answer.headers.etag ?? null, lastModified: answer.headers['last-modified'] ?? null };
    if (reading.failed) {
      await this.#giveUpOrDefer(document, { later: false, ...reading.failed });
    } else if (reading.skipped !== undefined) {
      this.#skipped.add(reading.skipped);
      await this.#settle({ sourceId, url, state: 'skipped', reason: reading.skipped, ...validators });
    } else {
      if (document.role === 'entry') this.#entriesChanged = true;
      this.#fetched += 1;
      await this.#settle({ sourceId, url, state: 'fetched', ...validators });
    }
  }

  async #settle(settlement: Settlement): Promise<void> {
    await this.#options.ledger.settleDocument(settlement, this.#now);
  }

  /** Gives back what this run holds and says how it went. */
  async close(): Promise<SourceResult> {
    const { ledger } = this.#options;
    for (const { sourceId, url } of this.#batch)
      this.#deferred.push({ sourceId, url, state: 'queued', reason: 'interrupted' });
    for (const settlement of this.#deferred) await this.#settle(settlement);
    await ledger.keepNote(this.#source.id, LEASE_NOTE, '');
    const { id, kind } = this.#source;
    const notRendered = this.#reader.notRendered?.() ?? {};
    return {
      id,
      kind,
      reached: this.#reached,
      ...(this.#error === undefined ? {} : { error: this.#error }),
      ...(this.#remedy === undefined ? {} : { remedy: this.#remedy }),
      documents: {
        fetched: this.#fetched,
        unchanged: this.#unchanged,
        skipped: this.#skipped.toJSON(),
        failed: this.#failed.toJSON(),
        ...(Object.keys(notRendered).length === 0 ? {} : { notRendered }),
      },
      items: this.items.outcome,
    };
  }
}
