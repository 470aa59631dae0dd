import type { PostCandidate, Rejection } from '@marsad/records';
import type { CollectEffects, CollectLedger } from '../ports.js';
import type { RejectedRow } from '../report.js';
import { ItemCounts, offer } from '../run/offer.js';
import { canonicaliseUrl } from '../steps/canonical-url.js';
import type { EmptyPage, ImportItem, Place } from './item.js';

const BATCH = 500;
const BATCH_CHARACTERS = 4_000_000;
/** Pages whose text is being sought at the same time. */
const AHEAD = 6;
const REJECTED_SHOWN = 20;

const WORDS: Readonly<Record<string, string>> = {
  'too-short': 'has fewer than two letters',
  'too-long': 'has more than 100,000 characters',
  'no-text': 'has no text that can be read',
  'log-in-page': 'asks to log in in place of its text',
  'consent-wall': 'asks for consent in place of its text',
  'block-page': 'refuses its reader in place of its text',
};

interface Waiting {
  file: string;
  item: Exclude<ImportItem, { kind: 'passed-over' }>;
}
/** Where a rejection comes from. */
interface Origin {
  index: number;
  file: string;
  place: Place;
  problem?: string;
}

/** Takes what files give, offers it to the ledger 500 at a time, counts it, and remembers the first 20 that were refused. */
export class ImportSink {
  readonly counts = new ItemCounts();
  readonly rejected: RejectedRow[] = [];
  readonly #sourceId: string;
  readonly #ledger: Pick<CollectLedger, 'offerPosts'>;
  readonly #effects: Pick<CollectEffects, 'clock' | 'authorKey'>;
  #waiting: Waiting[] = [];
  #settled = 0;
  #characters = 0;
  #afterwards: (() => Promise<void>)[] = [];

  constructor(
    sourceId: string,
    ledger: Pick<CollectLedger, 'offerPosts'>,
    effects: Pick<CollectEffects, 'clock' | 'authorKey'>,
  ) {
    this.#sourceId = sourceId;
    this.#ledger = ledger;
    this.#effects = effects;
  }

  async take(file: string, item: ImportItem): Promise<void> {
    if (item.kind === 'passed-over') {
      this.counts.found += 1;
      this.counts.dropped.add(item.reason);
      return;
    }
    this.#waiting.push({ file, item });
    while (this.#waiting.length - this.#settled > AHEAD) {
      const next = this.#waiting[this.#settled]?.item;
      if (next?.kind === 'text') {
        const candidate = await next.candidate;
        if ('text' in candidate) this.#characters += candidate.text.length;
      }
      this.#settled += 1;
    }
    if (this.#waiting.length >= BATCH || this.#characters > BATCH_CHARACTERS) await this.flush();
  }

  /** Names of people go out of the name of what is refused, too. */
  #rejectionOf({ locator, reason }: EmptyPage): Rejection {
    const sourceId = this.#sourceId;
    const draft = canonicaliseUrl({ sourceId, locator, text: '', permission: 'file-import' }, this.#effects);
    return { sourceId, locator: 'refused' in draft ? locator : draft.locator, reason };
  }

  /** Does something once all that was taken so far is in the ledger. */
  afterwards(act: () => Promise<void>): void {
    this.#afterwards.push(act);
  }

  /** Hands what is waiting to the ledger. */
  async flush(): Promise<void> {
    const waiting = this.#waiting;
    const afterwards = this.#afterwards;
    this.#waiting = [];
    this.#afterwards = [];
    this.#settled = 0;
    this.#characters = 0;
    const candidates: PostCandidate[] = [];
    const bad: Rejection[] = [];
    // What was bad from the start is known by itself, what the steps refuse by its locator.
    const origins = new Map<Rejection | string, Origin>();
    for (const [index, { file, item }] of waiting.entries()) {
      const { place } = item;
      const candidate = item.kind === 'text' ? await item.candidate : undefined;
      if (candidate && 'text' in candidate) {
        candidates.push(candidate);
        origins.set(candidate.locator, { index, file, place });
        continue;
      }
      const refused = candidate ?? (item.kind === 'bad' ? item : undefined);
      if (!refused) continue;
      const rejection = this.#rejectionOf(refused);
      bad.push(rejection);
      origins.set(rejection, { index, file, place, ...(item.kind === 'bad' ? { problem: item.problem } : {}) });
    }
    const { rejections } = await offer(candidates, bad, {
      ledger: this.#ledger,
      context: { authorKey: this.#effects.authorKey },
      now: this.#effects.clock().toISOString(),
      counts: this.counts,
    });
    const found = rejections.flatMap((rejection) => {
      const origin = origins.get(rejection) ?? origins.get(rejection.locator);
      return origin ? [{ ...origin, reason: rejection.reason }] : [];
    });
    for (const { file, place, reason, problem } of found.sort((a, b) => a.index - b.index)) {
      if (this.rejected.length >= REJECTED_SHOWN) break;
      this.rejected.push({
        file,
        line: place.line,
        reason,
        message: problem ?? `${place.words} ${WORDS[reason] ?? reason}`,
      });
    }
    for (const act of afterwards) await act();
  }
}
