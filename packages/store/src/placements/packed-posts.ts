import { type Permission, type SignalFound, type Stance, weekOf } from '@marsad/records';
import { UNDATED } from '../counted-weeks.js';
import type { PlacedPost } from './placed-posts.js';
import { PostIds } from './post-ids.js';
import { Repeated } from './repeated.js';

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

/** Lists that share a number may be as many as this, so that two numbers fit into one. */
const MOST_LISTS = 2 ** 26;

/**
 * Posts by column, read once and gone through any number of times. As objects a million of them would take ten times the memory
 * and keep the garbage collector busy; here objects live only while their batch is looked at.
 */
export class PackedPosts implements AsyncIterable<CountablePost[]> {
  readonly #ids = new PostIds();
  readonly #sources = new Repeated<string>('');
  readonly #permissions = new Repeated<Permission>('public-web');
  readonly #authors = new Repeated<string | null>(null);
  readonly #times = new Repeated<string | null>(null);
  readonly #originals = new Repeated<string | null>(null);
  readonly #places = new Repeated<readonly Place[]>(NOWHERE);
  readonly #undetermined = new Repeated<string | null>(null);
  /** null where there is no verdict */
  readonly #languages = new Repeated<string | null>(null);
  readonly #stances = new Repeated<Stance>(NO_STANCE);
  readonly #signals = new Repeated<readonly Found[]>(NOTHING_FOUND);
  #probabilities = new Float64Array(SIGNAL_COUNT * BATCH);
  /** the numbers of lists of places that were made of two, by the numbers of both */
  readonly #joined = new Map<number, number>();
  /** the place of each post, in the order in which they come */
  #order = new Uint32Array(0);

  /** how many there are */
  get size(): number {
    return this.#ids.size;
  }

  /**
   * Adds a post that has neither verdict nor placements yet.
   * @throws {TypeError} when its id is none
   */
  add(
    postId: string,
    post: Pick<CountablePost, 'sourceId' | 'permission' | 'authorHash' | 'publishedAt' | 'copyOf'>,
  ): void {
    const at = this.#ids.size;
    this.#ids.add(postId);
    this.#sources.set(at, post.sourceId);
    this.#permissions.set(at, post.permission);
    this.#authors.set(at, post.authorHash);
    this.#times.set(at, post.publishedAt);
    this.#originals.set(at, post.copyOf);
  }

  /** Says why a post has no verdict; passes over one that is not among these. */
  leaveUnjudged(postId: string, undetermined: string | null): void {
    const at = this.#ids.placeOf(postId);
    if (at !== undefined) this.#undetermined.set(at, undetermined);
  }

  /** Adds the verdict of a post, with signals that posts share; passes over a post that is not among these. */
  judge(postId: string, verdict: FoundVerdict): void {
    const at = this.#ids.placeOf(postId);
    if (at === undefined) return;
    this.#languages.set(at, verdict.language);
    this.#stances.set(at, verdict.stance);
    if (verdict.signals.length > 0) this.#signals.set(at, verdict.signals);
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
    const at = this.#ids.placeOf(postId);
    if (at === undefined) return;
    const before = this.#places.codeAt(at);
    this.#places.setCode(at, this.#afterPlaces(before, this.#places.codeOf(place)));
  }

  /** The number of the list of places that is made of two. */
  #afterPlaces(before: number, more: number): number {
    if (this.#places.valueOf(before).length === 0) return more;
    const key = MOST_LISTS * before + more;
    const known = this.#joined.get(key);
    if (known !== undefined) return known;
    const code = this.#places.codeOf([...this.#places.valueOf(before), ...this.#places.valueOf(more)]);
    this.#joined.set(key, code);
    return code;
  }

  /**
   * Says that nothing is added any more: what posts were found by is let go, and they come day by day from now on, since what
   * counts them looks at the same few places in memory then.
   */
  close(): this {
    for (const column of this.#columns()) column.close();
    this.#joined.clear();
    const times = this.#times.values.map((time, code) => ({ time: time ?? '', code }));
    times.sort((a, b) => (a.time === b.time ? 0 : a.time < b.time ? -1 : 1));
    // Each time is one value, so its posts are counted by its number, and then put one after the other.
    const posts = new Uint32Array(times.length);
    for (let at = 0; at < this.size; at += 1) {
      const code = this.#times.codeAt(at);
      posts[code] = (posts[code] ?? 0) + 1;
    }
    const next = new Uint32Array(times.length);
    let place = 0;
    for (const { code } of times) {
      next[code] = place;
      place += posts[code] ?? 0;
    }
    this.#order = new Uint32Array(this.size);
    for (let at = 0; at < this.size; at += 1) {
      const code = this.#times.codeAt(at);
      const free = next[code] ?? 0;
      this.#order[free] = at;
      next[code] = free + 1;
    }
    return this;
  }

  /** The ISO weeks in which these posts were published, sorted; `undated` last, for those without a date. */
  weeks(): string[] {
    const weeks = new Set<string>();
    let undated = false;
    const seen = new Set<number>();
    for (let at = 0; at < this.size; at += 1) {
      const code = this.#times.codeAt(at);
      if (seen.has(code)) continue;
      seen.add(code);
      const time = this.#times.valueOf(code);
      if (time === null) undated = true;
      else weeks.add(weekOf(time.slice(0, 10)));
    }
    const sorted = [...weeks].sort();
    return undated ? [...sorted, UNDATED] : sorted;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<CountablePost[]> {
    for (let from = 0; from < this.size; from += BATCH) {
      const length = Math.min(BATCH, this.size - from);
      // Not pushed into `[]`: the engine takes such lists for lasting ones, and keeps a million dead posts for their sake.
      yield Array.from({ length }, (_, place) => this.#post(this.#order[from + place] ?? from + place));
    }
  }

  #post(at: number): CountablePost {
    return {
      postId: this.#ids.at(at),
      sourceId: this.#sources.at(at),
      permission: this.#permissions.at(at),
      authorHash: this.#authors.at(at),
      publishedAt: this.#times.at(at),
      copyOf: this.#originals.at(at),
      verdict: this.#verdict(at),
      undetermined: this.#undetermined.at(at),
      placements: this.#places.at(at),
    };
  }

  #columns(): readonly { close: () => void }[] {
    return [
      this.#ids,
      this.#sources,
      this.#permissions,
      this.#authors,
      this.#times,
      this.#originals,
      this.#places,
      this.#undetermined,
      this.#languages,
      this.#stances,
      this.#signals,
    ];
  }

  #verdict(at: number): CountablePost['verdict'] {
    const language = this.#languages.at(at);
    if (language === null) return null;
    const first = at * SIGNAL_COUNT;
    return {
      language,
      signals: this.#signals.at(at),
      stance: this.#stances.at(at),
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
