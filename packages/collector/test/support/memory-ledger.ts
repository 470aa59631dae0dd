import type { FrontierEntry, OfferOutcome, Post, Rejection, Settlement } from '@marsad/records';
import type { CollectLedger, KeptReading } from '../../src/ports.js';

interface Row extends FrontierEntry {
  state: 'queued' | 'leased' | Settlement['state'];
  reason?: string | undefined;
  leaseUntil?: string | undefined;
  holder?: string | undefined;
}

/** A ledger that keeps everything in memory, with the rules of the real one. */
export class MemoryLedger implements CollectLedger {
  readonly documents = new Map<string, Row>();
  readonly posts = new Map<string, Post>();
  readonly rejections = new Map<string, Rejection>();
  readonly notes = new Map<string, string>();
  /** locators already offered, by source */
  readonly #seen = new Set<string>();

  async addDocuments(documents: Parameters<CollectLedger['addDocuments']>[0]): Promise<number> {
    let added = 0;
    for (const { sourceId, url, role, depth } of documents) {
      const key = `${sourceId} ${url}`;
      const held = this.documents.get(key);
      if (!held) {
        this.documents.set(key, {
          sourceId,
          url,
          role,
          depth,
          attempts: 0,
          etag: null,
          lastModified: null,
          state: 'queued',
        });
        added += 1;
      } else if (role === 'entry') {
        held.role = 'entry';
        if (held.state !== 'leased') Object.assign(held, { state: 'queued', attempts: 0 });
      }
    }
    return added;
  }

  #inClaimOrder(sourceId: string, isWanted: (row: Row) => boolean): Row[] {
    return [...this.documents.values()]
      .filter((row) => row.sourceId === sourceId && isWanted(row))
      .sort((a, b) => a.attempts - b.attempts || a.depth - b.depth || (a.url < b.url ? -1 : 1));
  }

  #lease(rows: Row[], leaseUntil: string, holder: string | undefined): FrontierEntry[] {
    for (const row of rows) Object.assign(row, { state: 'leased', leaseUntil, holder, attempts: row.attempts + 1 });
    return rows.map(({ sourceId, url, role, depth, attempts, etag, lastModified }) => ({
      sourceId,
      url,
      role,
      depth,
      attempts,
      etag,
      lastModified,
    }));
  }

  async claimDocuments(
    sourceId: string,
    limit: number,
    now: string,
    leaseUntil: string,
    holder?: string,
  ): Promise<FrontierEntry[]> {
    const free = this.#inClaimOrder(
      sourceId,
      (row) => row.state === 'queued' || (row.state === 'leased' && (row.leaseUntil ?? '') <= now),
    );
    return this.#lease(free.slice(0, limit), leaseUntil, holder);
  }

  async queuedDocuments(sourceId: string, limit: number): Promise<Pick<FrontierEntry, 'url' | 'role' | 'depth'>[]> {
    return this.#inClaimOrder(sourceId, (row) => row.state === 'queued')
      .slice(0, limit)
      .map(({ url, role, depth }) => ({ url, role, depth }));
  }

  async leases(sourceId: string): Promise<{ holder: string | null; until: string }[]> {
    const until = new Map<string | null, string>();
    for (const row of this.#inClaimOrder(sourceId, ({ state }) => state === 'leased')) {
      const holder = row.holder ?? null;
      const lease = row.leaseUntil ?? '';
      if (lease > (until.get(holder) ?? '')) until.set(holder, lease);
    }
    return [...until].map(([holder, end]) => ({ holder, until: end }));
  }

  async takeOverDocuments(
    sourceId: string,
    ended: readonly string[],
    _now: string,
    leaseUntil: string,
    holder: string,
  ): Promise<FrontierEntry[]> {
    const held = this.#inClaimOrder(sourceId, (row) => row.state === 'leased' && ended.includes(row.holder ?? ''));
    for (const row of held) if (row.attempts >= 5) Object.assign(row, { state: 'queued', reason: 'holder-ended' });
    return this.#lease(
      held.filter(({ state }) => state === 'leased'),
      leaseUntil,
      holder,
    );
  }

  async keepReadings(readings: readonly KeptReading[]) {
    const offered: OfferOutcome = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };
    let added = 0;
    for (const { documents, posts, rejections, note, settlement } of readings) {
      added += await this.addDocuments(documents);
      const outcome = await this.offerPosts(posts, rejections);
      for (const key of ['stored', 'duplicate', 'superseded', 'rejected', 'known'] as const)
        offered[key] += outcome[key];
      if (note) await this.keepNote(note.sourceId, note.key, note.value);
      if (settlement) await this.settleDocument(settlement);
    }
    return { offered, added };
  }

  async settleDocument({ sourceId, url, state, reason, etag, lastModified }: Settlement): Promise<void> {
    const row = this.documents.get(`${sourceId} ${url}`);
    if (!row) throw new Error(`settled a document that was never added: ${url}`);
    Object.assign(row, {
      state,
      reason,
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    });
  }

  async offerPosts(posts: readonly Post[], rejections: readonly Rejection[]): Promise<OfferOutcome> {
    const outcome: OfferOutcome = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };
    for (const post of posts) {
      const place = `${post.sourceId} ${post.locator}`;
      if (this.#seen.has(`${place} ${post.contentHash}`)) outcome.known += 1;
      else if ([...this.posts.values()].some(({ contentHash }) => contentHash === post.contentHash))
        outcome.duplicate += 1;
      else {
        outcome.stored += 1;
        this.posts.set(post.id, post);
      }
      this.#seen.add(`${place} ${post.contentHash}`);
    }
    for (const rejection of rejections) {
      const key = `${rejection.sourceId} ${rejection.locator}`;
      if (this.rejections.has(key)) outcome.known += 1;
      else outcome.rejected += 1;
      this.rejections.set(key, rejection);
    }
    return outcome;
  }

  async recallNote(sourceId: string, key: string): Promise<string | null> {
    return this.notes.get(`${sourceId} ${key}`) ?? null;
  }

  async keepNote(sourceId: string, key: string, value: string): Promise<void> {
    this.notes.set(`${sourceId} ${key}`, value);
  }

  /** how many documents are in each state, with their reasons */
  get states(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { state, reason } of this.documents.values()) {
      const key = reason === undefined || state === 'fetched' ? state : `${state}: ${reason}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  }
}
