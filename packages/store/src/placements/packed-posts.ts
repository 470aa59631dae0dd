import { type SignalFound, type Stance, weekOf } from '@marsad/records';
import { UNDATED } from '../counted-weeks.js';
import type { PlacedPost } from './placed-posts.js';
import { PostIds } from './post-ids.js';
import { Repeated } from './repeated.js';
import { PROBABILITY_COUNT } from './row-batches.js';

type StoredVerdict = NonNullable<PlacedPost['verdict']>;
type Found = Pick<SignalFound, 'code' | 'targets' | 'severity'>;

/** A stored post as the tally counts it: its time known to the day alone, without what nothing is counted by. */
export type CountablePost = Omit<PlacedPost, 'locator' | 'verdict' | 'placements'> & {
  verdict: (Omit<StoredVerdict, 'signals'> & { signals: readonly Found[] }) | null;
  placements: readonly PlacedPost['placements'][number][];
};

type Place = CountablePost['placements'][number];
type FoundVerdict = NonNullable<CountablePost['verdict']>;

/** What many posts share: where they come from, and the day. */
export type PostFacts = Pick<CountablePost, 'sourceId' | 'permission' | 'publishedAt'>;
/** What many judgements share: of a verdict its language and stance, else why there is none. */
type JudgementFacts = { language: string; stance: Stance } | { language: null; undetermined: string | null };

const BATCH = 1000;
const BLANK = ' '.charCodeAt(0);
/** The signals of a post that carries none. */
export const NOTHING_FOUND: readonly Found[] = [];
const NOWHERE: readonly Place[] = [];
const NO_FACTS: PostFacts = { sourceId: '', permission: 'public-web', publishedAt: null };
const NOT_JUDGED: JudgementFacts = { language: null, undetermined: null };

/** Lists that share a number may be as many as this, so that two numbers fit into one. */
const MOST_LISTS = 2 ** 26;

/**
 * Posts by column, read once and gone through any number of times. As objects a million of them would take ten times the memory
 * and keep the garbage collector busy; here objects live only while their batch is looked at.
 */
export class PackedPosts implements AsyncIterable<CountablePost[]> {
  readonly #ids = new PostIds();
  readonly #facts = new Repeated<PostFacts>(NO_FACTS);
  /** of authors, and by post the place of its author among these, counted from 1 */
  readonly #authorIds = new PostIds();
  #authors = new Uint32Array(BATCH);
  /** their ids as texts, as far as they were asked for */
  readonly #authorTexts: string[] = [];
  readonly #originals = new Repeated<string | null>(null);
  readonly #places = new Repeated<readonly Place[]>(NOWHERE);
  readonly #judgements = new Repeated<JudgementFacts>(NOT_JUDGED);
  readonly #signals = new Repeated<readonly Found[]>(NOTHING_FOUND);
  #probabilities = new Float64Array(PROBABILITY_COUNT * BATCH);
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
   * @param ids text of many ids
   * @param from where its own begins in it
   * @param facts that posts share
   * @param authors text of their authors' ids, that of this one at the same place; blank where it has none
   * @throws {TypeError} when one of them is no id
   */
  add(ids: Uint8Array, from: number, facts: PostFacts, authors: Uint8Array, copyOf: string | null): void {
    const at = this.#ids.size;
    this.#ids.add(ids, from);
    this.#facts.set(at, facts);
    if (authors[from] !== BLANK) {
      if (at >= this.#authors.length) this.#makeRoomForAuthors();
      this.#authors[at] = this.#authorIds.placeOrNew(authors, from) + 1;
    }
    if (copyOf !== null) this.#originals.set(at, copyOf);
  }

  /** The place of a post by its id, which begins there in a text; undefined for one that is not among these. */
  placeOf(ids: Uint8Array, from: number): number | undefined {
    return this.#ids.placeOf(ids, from);
  }

  /** Says why the post at a place has no verdict, as facts that posts share. */
  leaveUnjudged(at: number, judgement: { language: null; undetermined: string | null }): void {
    this.#judgements.set(at, judgement);
  }

  /**
   * Adds the verdict of the post at a place, its facts and signals as posts share them.
   * @param probabilities of many verdicts: of hate, extremism, polarisation, offensive, bridging in this order
   * @param from where those of this one begin
   */
  judge(
    at: number,
    judgement: { language: string; stance: Stance },
    signals: readonly Found[],
    probabilities: Float64Array,
    from: number,
  ): void {
    this.#judgements.set(at, judgement);
    if (signals.length > 0) this.#signals.set(at, signals);
    const first = PROBABILITY_COUNT * at;
    if (first + PROBABILITY_COUNT > this.#probabilities.length) this.#makeRoom();
    for (let place = 0; place < PROBABILITY_COUNT; place += 1)
      this.#probabilities[first + place] = probabilities[from + place] ?? 0;
  }

  /** Adds a placement of the post at a place, after those it has, as a list that posts share. */
  place(at: number, place: readonly Place[]): void {
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
    const next = this.#firstOfEachDay();
    this.#order = new Uint32Array(this.size);
    for (let at = 0; at < this.size; at += 1) {
      const day = this.#facts.at(at).publishedAt;
      const place = next.get(day) ?? 0;
      this.#order[place] = at;
      next.set(day, place + 1);
    }
    return this;
  }

  /** Where the posts of each day begin when the days are in order, the undated ones first. */
  #firstOfEachDay(): Map<string | null, number> {
    const posts = new Map<string | null, number>();
    for (let at = 0; at < this.size; at += 1) {
      const day = this.#facts.at(at).publishedAt;
      posts.set(day, (posts.get(day) ?? 0) + 1);
    }
    let place = 0;
    const days = [...posts].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
    return new Map(
      days.map(([day, count]) => {
        place += count;
        return [day, place - count];
      }),
    );
  }

  /** The ISO weeks in which these posts were published, sorted; `undated` last, for those without a date. */
  weeks(): string[] {
    const days = new Set<string | null>();
    for (let at = 0; at < this.size; at += 1) days.add(this.#facts.at(at).publishedAt);
    const undated = days.delete(null);
    const weeks = [...new Set([...days].map((day) => weekOf((day ?? '').slice(0, 10))))].sort();
    return undated ? [...weeks, UNDATED] : weeks;
  }

  /** The posts day by day. */
  [Symbol.asyncIterator](): AsyncGenerator<CountablePost[]> {
    return this.#batches(this.#order);
  }

  /** The posts in the order of their ids, in which the store writes fastest what is told of them. */
  byId(): AsyncIterable<CountablePost[]> {
    return this.#batches(this.#ids.inOrder());
  }

  async *#batches(order: Uint32Array): AsyncGenerator<CountablePost[]> {
    for (let from = 0; from < this.size; from += BATCH) {
      const length = Math.min(BATCH, this.size - from);
      // Not pushed into `[]`: the engine takes such lists for lasting ones, and keeps a million dead posts for their sake.
      yield Array.from({ length }, (_, place) => this.#post(order[from + place] ?? from + place));
    }
  }

  #post(at: number): CountablePost {
    const { sourceId, permission, publishedAt } = this.#facts.at(at);
    const judgement = this.#judgements.at(at);
    return {
      postId: this.#ids.at(at),
      sourceId,
      permission,
      authorHash: this.#authorOf(at),
      publishedAt,
      copyOf: this.#originals.at(at),
      verdict: judgement.language === null ? null : this.#verdict(at, judgement),
      undetermined: judgement.language === null ? judgement.undetermined : null,
      placements: this.#places.at(at),
    };
  }

  #authorOf(at: number): string | null {
    const place = (this.#authors[at] ?? 0) - 1;
    if (place < 0) return null;
    const known = this.#authorTexts[place];
    if (known !== undefined) return known;
    const text = this.#authorIds.at(place);
    this.#authorTexts[place] = text;
    return text;
  }

  #columns(): readonly { close: () => void }[] {
    return [this.#ids, this.#authorIds, this.#facts, this.#originals, this.#places, this.#judgements, this.#signals];
  }

  #verdict(at: number, { language, stance }: { language: string; stance: Stance }): FoundVerdict {
    const first = at * PROBABILITY_COUNT;
    return {
      language,
      signals: this.#signals.at(at),
      stance,
      probabilities: {
        hate: this.#probabilities[first] ?? 0,
        extremism: this.#probabilities[first + 1] ?? 0,
        polarisation: this.#probabilities[first + 2] ?? 0,
        offensive: this.#probabilities[first + 3] ?? 0,
        bridging: this.#probabilities[first + 4] ?? 0,
      },
    };
  }

  #makeRoomForAuthors(): void {
    const larger = new Uint32Array(2 * this.size);
    larger.set(this.#authors);
    this.#authors = larger;
  }

  #makeRoom(): void {
    const larger = new Float64Array(PROBABILITY_COUNT * this.size);
    larger.set(this.#probabilities);
    this.#probabilities = larger;
  }
}
