// Past 400 lines: a source's run is one state (batch, budget, leases, counts) that all of its steps read and change; the
// parts with a state of their own are beside it (budget, waiting-line, open-run).
import { DropCounter, type FrontierEntry, type Settlement } from '@marsad/records';
import type { Fetched, Fetcher } from '../fetch/fetcher.js';
import { pause } from '../fetch/host-queue.js';
import type { CollectEffects, CollectLedger, KeptReading, RunningProcess } from '../ports.js';
import type { SourceResult } from '../report.js';
import type { WebSource } from '../sources/open-reader.js';
import type { Explanation, Lead, Reading, SourceReader } from '../sources/source-reader.js';
import { runSteps } from '../steps.js';
import { Budget, type Ended } from './budget.js';
import { ItemCounts } from './offer.js';
import { openRunNote } from './open-run.js';
import { openWaitingLine } from './waiting-line.js';

const LEASE_SECONDS = 60;
const MAXIMUM_BATCH = 16;
/** Documents of a source that are fetched, read or wait to be stored; the host still sees one request after the other. */
export const MAXIMUM_AHEAD = 8;
/** Documents stored in one transaction. */
const MAXIMUM_TOGETHER = 4;
/** Runs in which a page is tried again after a failure that may pass. */
const MAXIMUM_RUNS = 3;
/** Documents put on the frontier in one run for each that may be fetched: what is beyond them would never be asked. */
const LEADS_PER_DOCUMENT = 50;
/** Of more pages than this the run forgets that it has added them, and adds them again in vain. */
const MAXIMUM_REMEMBERED = 100_000;
/** For sources that set none of their own. */
const MAXIMUM_BYTES = 1_000_000_000;
const MAXIMUM_MINUTES = 720;

/** Where nobody can tell which processes have ended: what a killed run held waits until its lease runs out. */
export const UNKNOWN_PROCESS: RunningProcess = { name: 'unknown', hasEnded: () => false };

export interface SourceRunOptions {
  ledger: CollectLedger;
  effects: CollectEffects;
  fetcher: Fetcher;
  limit?: number | undefined;
  signal?: AbortSignal | undefined;
  /** called after each document */
  onDocument: (sourceId: string) => void;
}

/** A document fetched, and read where there was something to read. */
type Outcome = { fetched: Exclude<Fetched, { kind: 'answer' }> } | { answer: Answered; reading: Reading };
type Answered = Extract<Fetched, { kind: 'answer' }>;
type Failed = Extract<Fetched, { kind: 'failed' }>;
interface Finished {
  document: FrontierEntry;
  outcome: Outcome;
}
interface Read {
  kept: KeptReading;
  /** an entry point that was not as in the run before */
  isChangedEntry: boolean;
}

/**
 * One source during one run: claims documents from the ledger in batches, has them fetched, read and stored, and settles
 * them. Documents of a batch are fetched and read ahead but stored in the order in which they were claimed, so that a run
 * over the same site stores the same posts in the same order, also when it was killed in between.
 */
export class SourceRun {
  readonly items = new ItemCounts();
  readonly #source: WebSource;
  readonly #reader: SourceReader;
  readonly #options: SourceRunOptions;
  readonly #process: RunningProcess;
  readonly #budget: Budget;
  readonly #note: ReturnType<typeof openRunNote>;
  readonly #skipped = new DropCounter();
  readonly #failed = new DropCounter();
  readonly #notFollowed = new DropCounter();
  /** claimed by this run and not to be tried again in it */
  readonly #handled = new Set<string>();
  readonly #line: ReturnType<typeof openWaitingLine<Finished>>;
  /** pages that this run has put on the frontier, or found there */
  readonly #addedPages = new Set<string>();
  /** given back to the frontier when the run ends */
  readonly #deferred: Settlement[] = [];
  #batch: FrontierEntry[] = [];
  #active = 0;
  #reading = 0;
  #fetched = 0;
  #unchanged = 0;
  #added = 0;
  #reached = false;
  #error: string | undefined;
  #remedy: string | undefined;
  #ended: Ended | undefined;
  /** what to do when nothing is queued any more, in this order */
  #begun = '';
  #entriesAreDue = false;
  #entriesChanged = false;
  #revisited = false;
  #leasesEnd: number | undefined;
  #waiting = false;
  #exhausted = false;

  constructor(source: WebSource, reader: SourceReader, options: SourceRunOptions) {
    this.#source = source;
    this.#reader = reader;
    this.#options = options;
    this.#process = options.effects.process ?? UNKNOWN_PROCESS;
    this.#note = openRunNote(source.id, options.ledger, this.#process);
    this.#line = openWaitingLine({
      keep: (finished) => this.#finish(finished),
      most: MAXIMUM_TOGETHER,
      // Only for another page to be read, which takes milliseconds: never for a host, and not for a browser.
      moreIsNear: () => this.#reading > 0 && reader.secondsToRead === undefined,
    });
    this.#budget = new Budget({
      documents: reader.maximumDocuments,
      bytes: reader.maximumBytes ?? MAXIMUM_BYTES,
      minutes: reader.maximumMinutes ?? MAXIMUM_MINUTES,
      limit: options.limit ?? Number.POSITIVE_INFINITY,
      clock: options.effects.clock,
    });
  }

  get #now(): string {
    return this.#options.effects.clock().toISOString();
  }

  get #leaseUntil(): string {
    return new Date(this.#options.effects.clock().getTime() + LEASE_SECONDS * 1000).toISOString();
  }

  /** Puts the entry points on the frontier, or takes up what a killed run had in its hands. */
  async start(): Promise<void> {
    const { unable } = this.#reader;
    if (unable) {
      this.#error = unable.message;
      this.#remedy = unable.remedy;
      this.#exhausted = true;
      return;
    }
    const left = await this.#note.left();
    this.#begun = left?.begun ?? this.#now;
    this.#entriesChanged = left?.entriesChanged ?? false;
    await this.#note.keep(this.#begun, this.#entriesChanged);
    await this.#takeOver();
    // A killed run had asked the entry points: what it left undone comes first, as it would have without the kill.
    if (left) this.#entriesAreDue = true;
    else await this.#add(this.#reader.entries);
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

  /** Takes what this run has not had in its hands yet; the rest is given back when it ends. */
  #take(claimed: readonly FrontierEntry[]): void {
    for (const document of claimed) {
      if (this.#handled.has(document.url)) this.#defer(document, 'interrupted');
      else this.#batch.push(document);
      this.#handled.add(document.url);
    }
  }

  #defer({ sourceId, url }: FrontierEntry, reason: string): void {
    this.#deferred.push({ sourceId, url, state: 'queued', reason });
  }

  async #takeOver(): Promise<void> {
    const { ledger } = this.#options;
    const { name, hasEnded } = this.#process;
    const ended: string[] = [];
    for (const { holder, until } of await ledger.leases(this.#source.id)) {
      // This run holds nothing yet: what has its name is left from one that failed within this process.
      if (holder !== null && (holder === name || hasEnded(holder))) ended.push(holder);
      else this.#leasesEnd = Math.max(this.#leasesEnd ?? 0, Date.parse(until));
    }
    if (ended.length === 0) return;
    this.#take(await ledger.takeOverDocuments(this.#source.id, ended, this.#now, this.#leaseUntil, name));
  }

  async #add(leads: readonly Lead[]): Promise<void> {
    const documents = this.#newTo(leads);
    if (documents.length > 0) await this.#options.ledger.addDocuments(documents, this.#now);
  }

  /**
   * Entry points are queued again whenever they are added: not within the run that has just asked them. Pages are added
   * once a run: most links of a page were on the page before.
   */
  #newTo(leads: readonly Lead[]): KeptReading['documents'] {
    if (this.#addedPages.size > MAXIMUM_REMEMBERED) this.#addedPages.clear();
    const documents = leads
      .filter(({ url, role }) => !(role === 'page' ? this.#addedPages : this.#handled).has(url))
      .map((lead) => ({ ...lead, sourceId: this.#source.id }));
    for (const { url, role } of documents) if (role === 'page') this.#addedPages.add(url);
    return documents;
  }

  async #claim(): Promise<void> {
    const { ledger, signal } = this.#options;
    const ended = signal?.aborted ? 'interrupted' : this.#budget.ended;
    if (ended !== undefined) {
      const [more] = await ledger.queuedDocuments(this.#source.id, 1);
      if (more) this.#ended ??= ended;
      this.#exhausted = true;
      return;
    }
    const { gapSeconds, secondsToRead = 0 } = this.#reader;
    // A lease must outlive the documents claimed with it, one gap after the other.
    const perLease = Math.floor(LEASE_SECONDS / 3 / Math.max(gapSeconds, secondsToRead, 0.1));
    const limit = Math.max(1, Math.min(MAXIMUM_BATCH, perLease, this.#budget.documentsLeft));
    const { name } = this.#process;
    const claimed = await ledger.claimDocuments(this.#source.id, limit, this.#now, this.#leaseUntil, name);
    this.#take(claimed);
    if (claimed.length === 0) await this.#lookForMore();
  }

  /** Nothing is queued: does what may bring more, one thing at a time. */
  async #lookForMore(): Promise<void> {
    const { effects, signal } = this.#options;
    if (this.#entriesAreDue) {
      this.#entriesAreDue = false;
      await this.#add(this.#reader.entries);
    } else if (this.#entriesChanged && !this.#revisited) {
      this.#revisited = true;
      await this.#add(await this.#reader.revisits(this.#begun));
    } else if (this.#leasesEnd !== undefined) {
      // What somebody else holds, who may have been killed, becomes free when the lease ends: wait for it once.
      const wait = this.#leasesEnd - effects.clock().getTime() + 1000;
      this.#leasesEnd = undefined;
      this.#waiting = true;
      void pause(wait, effects.sleep, signal).then(() => {
        this.#waiting = false;
      });
    } else {
      this.#exhausted = true;
    }
  }

  /** Fetches, reads, stores and settles one document. */
  async takeOne(): Promise<void> {
    const document = this.#batch.shift();
    if (!document) return;
    this.#active += 1;
    this.#budget.chargeDocument();
    const place = this.#line.enter();
    try {
      const outcome = await this.#fetchAndRead(document);
      await place.handIn({ document, outcome });
      this.#options.onDocument(this.#source.id);
    } finally {
      place.leave();
      this.#active -= 1;
    }
  }

  async #fetchAndRead(document: FrontierEntry): Promise<Outcome> {
    const reader = this.#reader;
    const url = await reader.addressOf(document);
    // Validators belong to the document's own address: a timeline asked from another point has none.
    const isSame = url === document.url;
    const fetched = await this.#options.fetcher.fetch(url, {
      gapSeconds: reader.gapSeconds,
      accept: reader.accept,
      contentTypes: reader.contentTypes,
      ...(reader.headers ? { headers: reader.headers } : {}),
      mayFollow: (target) => reader.mayFollow(target),
      ended: () => this.#budget.endedWithin,
      onBytes: (count) => this.#budget.chargeBytes(count),
      ...(isSame && document.role === 'entry' ? { etag: document.etag, lastModified: document.lastModified } : {}),
    });
    if (fetched.kind !== 'answer') return { fetched };
    this.#reached = true;
    this.#reading += 1;
    try {
      const onBytes = (count: number): void => this.#budget.chargeBytes(count);
      return { answer: fetched, reading: await reader.read(document, fetched, onBytes) };
    } finally {
      this.#reading -= 1;
    }
  }

  /** Stores and settles, in this order. */
  async #finish(finished: readonly Finished[]): Promise<void> {
    const readings: Read[] = [];
    for (const { document, outcome } of finished) {
      if (!('reading' in outcome)) {
        await this.#keep(readings.splice(0));
        await this.#finishUnread(document, outcome.fetched);
        continue;
      }
      // How much has been added decides what is admitted.
      const added = readings.reduce((sum, { kept }) => sum + kept.documents.length, this.#added);
      if (added + outcome.reading.leads.length >= this.#mostLeads) await this.#keep(readings.splice(0));
      readings.push(await this.#toKeep(document, outcome.answer, outcome.reading));
    }
    await this.#keep(readings);
  }

  async #finishUnread(document: FrontierEntry, fetched: Exclude<Fetched, { kind: 'answer' }>): Promise<void> {
    const { sourceId, url, role } = document;
    if (fetched.kind === 'unchanged') {
      this.#reached = true;
      this.#fetched += 1;
      this.#unchanged += 1;
      await this.#settle({ sourceId, url, state: 'fetched' });
    } else if (fetched.kind === 'skipped') {
      this.#reached = true;
      if (role === 'entry') this.#error ??= fetched.message;
      this.#skipped.add(fetched.reason);
      await this.#settle({ sourceId, url, state: 'skipped', reason: fetched.reason });
    } else {
      await this.#fail(document, fetched);
    }
  }

  async #fail(document: FrontierEntry, failure: Failed): Promise<void> {
    const { error } = failure;
    const ended = this.#budget.endedWithin;
    if (ended !== undefined && failure.reason === ended) {
      this.#giveBack(ended);
      this.#defer(document, ended);
      return;
    }
    if (error && error.status < 500 && error.status !== 429) this.#reached = true;
    const explained = error ? this.#reader.explain?.(document, error) : undefined;
    if (explained?.stop) this.#stop(explained);
    const settlement = this.#settlementOfFailed(document, {
      reason: explained?.reason ?? failure.reason,
      message: explained?.message ?? failure.message,
      later: explained?.later ?? failure.later,
    });
    if (settlement) await this.#settle(settlement);
  }

  /** Nothing more is asked in this run: what is claimed goes back to the frontier. */
  #giveBack(ended: Ended): void {
    this.#ended ??= ended;
    this.#exhausted = true;
    for (const document of this.#batch) this.#defer(document, ended);
    this.#batch = [];
  }

  #stop({ message, remedy }: Explanation): void {
    this.#error ??= message;
    this.#remedy ??= remedy;
    this.#giveBack('stopped');
  }

  /** How a document that failed is settled; undefined where it is given back to the frontier when the run ends. */
  #settlementOfFailed(
    document: FrontierEntry,
    failure: { reason: string; message: string; later: boolean },
  ): Settlement | undefined {
    const { sourceId, url, role, attempts } = document;
    const { reason } = failure;
    if (role === 'entry' || !this.#reached) this.#error ??= failure.message;
    this.#failed.add(reason);
    const giveUp = !failure.later || attempts >= MAXIMUM_RUNS || role === 'entry';
    // Entry points are queued again by every run anyway; a page must be given back or it would be lost.
    if (giveUp && reason !== 'interrupted') return { sourceId, url, state: 'failed', reason };
    this.#defer(document, reason);
    return undefined;
  }

  #settlementOfRead(document: FrontierEntry, answer: Answered, reading: Reading): Settlement | undefined {
    const { sourceId, url } = document;
    const validators = { etag: answer.headers.etag ?? null, lastModified: answer.headers['last-modified'] ?? null };
    if (reading.failed) return this.#settlementOfFailed(document, { later: false, ...reading.failed });
    if (reading.skipped !== undefined) {
      this.#skipped.add(reading.skipped);
      return { sourceId, url, state: 'skipped', reason: reading.skipped, ...validators };
    }
    this.#fetched += 1;
    return { sourceId, url, state: 'fetched', ...validators };
  }

  /** What is to be kept of a reading. */
  async #toKeep(document: FrontierEntry, answer: Answered, reading: Reading): Promise<Read> {
    const { sourceId, role } = document;
    const { posts, rejections: refused } = runSteps(reading.candidates, {
      authorKey: this.#options.effects.authorKey,
    });
    const note = reading.note ?? (await reading.noteInTurn?.());
    const settlement = this.#settlementOfRead(document, answer, reading);
    const kept = {
      documents: this.#admit(reading),
      posts,
      rejections: [...reading.rejections, ...refused],
      ...(note ? { note: { sourceId, ...note } } : {}),
      ...(settlement ? { settlement } : {}),
    };
    return { kept, isChangedEntry: role === 'entry' && settlement?.state === 'fetched' };
  }

  /** Keeps readings in one transaction. */
  async #keep(readings: readonly Read[]): Promise<void> {
    if (readings.length === 0) return;
    const all = readings.map(({ kept }) => kept);
    const { offered, added } = await this.#options.ledger.keepReadings(all, this.#now);
    this.#added += added;
    this.items.add(
      all.reduce((sum, { posts }) => sum + posts.length, 0),
      all.flatMap(({ rejections }) => rejections),
      offered,
    );
    if (readings.some(({ isChangedEntry }) => isChangedEntry) && !this.#entriesChanged) {
      this.#entriesChanged = true;
      await this.#note.keep(this.#begun, true);
    }
  }

  get #mostLeads(): number {
    return LEADS_PER_DOCUMENT * this.#reader.maximumDocuments;
  }

  /** The documents that a reading leads to, unless the source has led to more than could ever be asked. */
  #admit({ leads, notFollowed = {} }: Reading): KeptReading['documents'] {
    for (const [reason, count] of Object.entries(notFollowed)) this.#notFollowed.add(reason, count);
    const documents = this.#newTo(leads);
    if (documents.length === 0 || this.#added < this.#mostLeads) return documents;
    this.#notFollowed.add('too-many-links', documents.length);
    return [];
  }

  async #settle(settlement: Settlement): Promise<void> {
    await this.#options.ledger.settleDocument(settlement, this.#now);
  }

  /** Gives back what this run holds and says how it went. */
  async close(): Promise<SourceResult> {
    for (const document of this.#batch) this.#defer(document, 'interrupted');
    for (const settlement of this.#deferred) await this.#settle(settlement);
    if (!this.#reader.unable) await this.#note.end();
    const { id, kind } = this.#source;
    const notRendered = this.#reader.notRendered?.() ?? {};
    return {
      id,
      kind,
      reached: this.#reached,
      ...(this.#error === undefined ? {} : { error: this.#error }),
      ...(this.#remedy === undefined ? {} : { remedy: this.#remedy }),
      ...(this.#ended === undefined ? {} : { ended: this.#ended }),
      documents: {
        fetched: this.#fetched,
        unchanged: this.#unchanged,
        skipped: this.#skipped.toJSON(),
        failed: this.#failed.toJSON(),
        ...(Object.keys(notRendered).length === 0 ? {} : { notRendered }),
        ...(this.#notFollowed.total === 0 ? {} : { notFollowed: this.#notFollowed.toJSON() }),
      },
      items: this.items.outcome,
    };
  }
}
