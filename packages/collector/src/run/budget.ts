/** Why a source ended before everything it knows of was asked for. */
export type Ended = 'maximum-pages' | 'maximum-bytes' | 'maximum-minutes' | 'limit' | 'interrupted' | 'stopped';

interface BudgetOptions {
  documents: number;
  /** decoded */
  bytes: number;
  minutes: number;
  /** documents that the user allows this run, where it is fewer */
  limit: number;
  clock: () => Date;
}

/** What one source may cost in one run, and what it has cost. */
export class Budget {
  readonly #options: BudgetOptions;
  readonly #end: number;
  #documents = 0;
  #bytes = 0;

  constructor(options: BudgetOptions) {
    this.#options = options;
    this.#end = options.clock().getTime() + options.minutes * 60_000;
  }

  chargeDocument(): void {
    this.#documents += 1;
  }

  /** @param count decoded, of bodies that were thrown away too */
  chargeBytes(count: number): void {
    this.#bytes += count;
  }

  get documentsLeft(): number {
    return Math.min(this.#options.documents, this.#options.limit) - this.#documents;
  }

  /** Why no further document may be begun; undefined while one may. */
  get ended(): Ended | undefined {
    if (this.documentsLeft <= 0) return this.#options.limit < this.#options.documents ? 'limit' : 'maximum-pages';
    return this.endedWithin;
  }

  /** The same for a document that has been begun and waits for its turn. */
  get endedWithin(): Ended | undefined {
    if (this.#bytes >= this.#options.bytes) return 'maximum-bytes';
    return this.#options.clock().getTime() >= this.#end ? 'maximum-minutes' : undefined;
  }
}
