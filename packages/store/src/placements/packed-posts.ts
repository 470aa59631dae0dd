import { type Permission, type SignalFound, type Stance, weekOf } from '@marsad/records';
import { UNDATED } from '../counted-weeks.js';
import type { PlacedPost } from './placed-posts.js';

type StoredVerdict = NonNullable<PlacedPost['verdict']>;
type Found = Pick<SignalFound, 'code' | 'targets'>;

/** A stored post as the tally counts it: its time known to the day alone, without what nothing is counted by. */
export type CountablePost = Omit<PlacedPost, 'locator' | 'verdict' | 'placements'> & {
  verdict: (Omit<StoredVerdict, 'signals'> & { signals: readonly Found[] }) | null;
  placements: readonly PlacedPost['placements'][number][];
};

type Place = CountablePost['placements'][number];
type FoundVerdict = NonNullable<CountablePost['verdict']>;

const BATCH = 1000;
const NOTHING_FOUND: readonly Found[] = [];
const NOWHERE: readonly Place[] = [];
const NO_STANCE: Stance = 'unclear';
const SIGNAL_COUNT = 5;

/**
 * Posts by column, read once and gone through any number of times. As objects a million of them would take twice the memory
 * and keep the garbage collector busy; here objects live only while their batch is looked at.
 */
export class PackedPosts implements AsyncIterable<CountablePost[]> {
  readonly #ids: string[] = [];
  readonly #sources: string[] = [];
  readonly #permissions: Permission[] = [];
  readonly #authors: (string | null)[] = [];
  readonly #times: (string | null)[] = [];
  readonly #originals: (string | null)[] = [];
  readonly #places: (readonly Place[])[] = [];
  readonly #undetermined: (string | null)[] = [];
  /** null where there is no verdict */
  readonly #languages: (string | null)[] = [];
  readonly #stances: Stance[] = [];
  readonly #signals: (readonly Found[])[] = [];
  #probabilities = new Float64Array(SIGNAL_COUNT * BATCH);
  readonly #words = new Map<string, string>();
  #indexOf: Map<string, number> | null = new Map();
  /** the place of each post, in the order in which they come */
  #order = new Uint32Array(0);

  /** how many there are */
  get size(): number {
    return this.#ids.length;
  }

  /** Adds a post that has neither verdict nor placements yet. */
  add(
    postId: string,
    post: Pick<CountablePost, 'sourceId' | 'permission' | 'authorHash' | 'publishedAt' | 'copyOf'>,
  ): void {
    this.#indexOf?.set(postId, this.#ids.length);
    this.#ids.push(postId);
    this.#sources.push(post.sourceId);
    this.#permissions.push(post.permission);
    this.#authors.push(post.authorHash === null ? null : this.#once(post.authorHash));
    this.#times.push(post.publishedAt);
    this.#originals.push(post.copyOf);
    this.#places.push(NOWHERE);
    this.#undetermined.push(null);
    this.#languages.push(null);
    this.#stances.push(NO_STANCE);
    this.#signals.push(NOTHING_FOUND);
  }

  /** Says why a post has no verdict; passes over one that is not among these. */
  leaveUnjudged(postId: string, undetermined: string | null): void {
    const at = this.#indexOf?.get(postId);
    if (at !== undefined) this.#undetermined[at] = undetermined;
  }

  /** Adds the verdict of a post; passes over a post that is not among these. */
  judge(postId: string, verdict: FoundVerdict): void {
    const at = this.#indexOf?.get(postId);
    if (at === undefined) return;
    this.#languages[at] = verdict.language;
    this.#stances[at] = verdict.stance;
    if (verdict.signals.length > 0) this.#signals[at] = verdict.signals;
    const first = at * SIGNAL_COUNT;
    if (first + SIGNAL_COUNT > this.#probabilities.length) this.#makeRoom();
    const { hate, extremism, polarisation, offensive, bridging } = verdict.probabilities;
    this.#probabilities[first] = hate;
    this.#probabilities[first + 1] = extremism;
    this.#probabilities[first + 2] = polarisation;
    this.#probabilities[first + 3] = offensive;
    this.#probabilities[first + 4] = bridging;
  }

  /** Adds a placement of a post, after those it has, as a list that posts share; passes over a post that is not among these. */
  place(postId: string, place: readonly Place[]): void {
    const at = this.#indexOf?.get(postId);
    if (at === undefined) return;
    const before = this.#places[at] ?? NOWHERE;
    this.#places[at] = before.length === 0 ? place : [...before, ...place];
  }

  /**
   * Says that nothing is added any more: what posts were found by is let go, and they come day by day from now on, since what
   * counts them looks at the same few places in memory then.
   */
  close(): this {
    this.#indexOf = null;
    this.#words.clear();
    const byDay = new Map<string | null, number[]>();
    this.#times.forEach((time, at) => {
      const list = byDay.get(time);
      if (list) list.push(at);
      else byDay.set(time, [at]);
    });
    const days = [...byDay].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
    this.#order = new Uint32Array(this.size);
    let place = 0;
    for (const [, list] of days) {
      this.#order.set(list, place);
      place += list.length;
    }
    return this;
  }

  /** The ISO weeks in which these posts were published, sorted; `undated` last, for those without a date. */
  weeks(): string[] {
    const days = new Set<string>();
    for (const time of this.#times) if (time !== null) days.add(time.slice(0, 10));
    const weeks = [...new Set([...days].map((day) => weekOf(day)))].sort();
    return this.#times.includes(null) ? [...weeks, UNDATED] : weeks;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<CountablePost[]> {
    for (let from = 0; from < this.size; from += BATCH) {
      const until = Math.min(from + BATCH, this.size);
      const batch: CountablePost[] = [];
      for (let place = from; place < until; place += 1) batch.push(this.#post(this.#order[place] ?? place));
      yield batch;
    }
  }

  #post(at: number): CountablePost {
    return {
      postId: this.#ids[at] ?? '',
      sourceId: this.#sources[at] ?? '',
      permission: this.#permissions[at] ?? 'public-web',
      authorHash: this.#authors[at] ?? null,
      publishedAt: this.#times[at] ?? null,
      copyOf: this.#originals[at] ?? null,
      verdict: this.#verdict(at),
      undetermined: this.#undetermined[at] ?? null,
      placements: this.#places[at] ?? NOWHERE,
    };
  }

  /** One string for all that are alike. */
  #once(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, word);
    return word;
  }

  #verdict(at: number): CountablePost['verdict'] {
    const language = this.#languages[at] ?? null;
    if (language === null) return null;
    const first = at * SIGNAL_COUNT;
    return {
      language,
      signals: this.#signals[at] ?? NOTHING_FOUND,
      stance: this.#stances[at] ?? NO_STANCE,
      probabilities: {
        hate: this.#probabilities[first] ?? 0,
        extremism: this.#probabilities[first + 1] ?? 0,
        polarisation: this.#probabilities[first + 2] ?? 0,
        offensive: this.#probabilities[first + 3] ?? 0,
        bridging: this.#probabilities[first + 4] ?? 0,
      },
    };
  }

  #makeRoom(): void {
    const larger = new Float64Array(SIGNAL_COUNT * this.size);
    larger.set(this.#probabilities);
    this.#probabilities = larger;
  }
}
