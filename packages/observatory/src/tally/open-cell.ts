import { RUNGS, SEVERITIES, SIGNALS, type Signal, STANCES, TARGETS } from '@marsad/records';
import { AuthorCounts } from './author-counts.js';
import { type CountedCell, perSignal, type SourcePosts } from './cell.js';
import type { CountedVerdict } from './counted-verdict.js';
import { CountsByNumber } from './counts-by-number.js';
import type { PlacedPost } from './placed-post.js';
import type { PostKinds } from './post-kinds.js';

type Probabilities = NonNullable<PlacedPost['verdict']>['probabilities'];

/** A post as cells count it, worked out once for all the cells that it falls into. */
export interface CountedPost {
  /** number of its author in the tally */
  author: number;
  /** number of its source in the tally */
  source: number;
  verdict: CountedVerdict;
  /** in billionths */
  probabilities: Probabilities;
  /** as `packScores` packs them */
  scores: number;
}

const FIRST_ROOM = 8;
const BILLION = 1e9;

/** A number in billionths, so that sums do not depend on their order. */
export const inBillionths = (value: number): number => Math.round(value * BILLION);

/**
 * Posts of one area and period while they are counted: nothing but numbers, since a million posts go through two such cells
 * each. `close` makes a cell of them.
 */
export class OpenCell {
  readonly #kinds: PostKinds;
  #posts = 0;
  #copies = 0;
  #weight = 0;
  readonly #authors: AuthorCounts;
  #scores = new Float64Array(FIRST_ROOM);
  readonly #probabilities = perSignal(() => 0);
  readonly #flagged = new CountsByNumber(SIGNALS.length);
  readonly #targets = new CountsByNumber(0);
  readonly #severities = new CountsByNumber(0);
  readonly #languages = new CountsByNumber();
  readonly #rungs = new CountsByNumber(RUNGS.length);
  readonly #stances = new CountsByNumber(STANCES.length);
  readonly #sources = new CountsByNumber();
  /** of the city alone: by source and signal */
  readonly #flaggedBySource = new CountsByNumber(0);

  /** @param kinds of the tally */
  constructor(kinds: PostKinds) {
    this.#kinds = kinds;
    this.#authors = new AuthorCounts([], kinds);
  }

  /** Counts a copy, which enters nothing else. */
  addCopy(times = 1): void {
    this.#copies += times;
  }

  /**
   * Counts a post.
   * @param rung its place in the taxonomy
   * @param weight in billionths
   */
  add({ author, source, verdict, probabilities, scores }: CountedPost, rung: number, weight: number): void {
    const { language, stance, flagged, flags } = verdict;
    if (this.#posts === this.#scores.length) this.#makeRoom();
    this.#scores[this.#posts] = scores;
    this.#posts += 1;
    this.#weight += weight;
    this.#authors.add(author, this.#kinds.numberFrom(language, rung, source, flags));
    this.#sources.add(source);
    this.#languages.add(language);
    this.#rungs.add(rung);
    this.#stances.add(stance);
    const sums = this.#probabilities;
    sums.hate += probabilities.hate;
    sums.extremism += probabilities.extremism;
    sums.polarisation += probabilities.polarisation;
    sums.offensive += probabilities.offensive;
    sums.bridging += probabilities.bridging;
    for (const { signal, targets, severity } of flagged) {
      this.#flagged.add(signal);
      if (severity !== undefined) this.#severities.add(severity);
      for (const target of targets) this.#targets.add(TARGETS.length * signal + target);
    }
  }

  /** Counts what flags a post for its source. */
  addToSource({ source, verdict }: CountedPost): void {
    for (const { signal } of verdict.flagged) this.#flaggedBySource.add(SIGNALS.length * source + signal);
  }

  /**
   * The cell of the posts so far.
   * @param withSources also posts by source
   */
  close(withSources: boolean): CountedCell {
    const bySource = this.#sources.of(this.#kinds.sources.things);
    return {
      posts: this.#posts,
      copies: this.#copies,
      weight: this.#weight,
      authors: this.#authors,
      sources: new Set(bySource.keys()),
      flagged: signalsFrom((signal) => this.#flagged.at(signal)),
      targets: signalsFrom((signal) => this.#targetsOf(signal)),
      severities: this.#severities.of(SEVERITIES),
      probabilities: { ...this.#probabilities },
      languages: this.#languages.of(this.#kinds.languages.things),
      rungs: this.#rungs.of(RUNGS),
      stances: this.#stances.of(STANCES),
      scores: this.#scoresByLanguage(),
      ofSources: withSources ? this.#postsBySource() : new Map(),
    };
  }

  #targetsOf(signal: number): CountedCell['targets'][Signal] {
    const found: CountedCell['targets'][Signal] = new Map();
    TARGETS.forEach((target, at) => {
      const posts = this.#targets.at(TARGETS.length * signal + at);
      if (posts > 0) found.set(target, posts);
    });
    return found;
  }

  #postsBySource(): Map<number, SourcePosts> {
    const found = new Map<number, SourcePosts>();
    this.#kinds.sources.things.forEach((key, source) => {
      const posts = this.#sources.at(source);
      if (posts === 0) return;
      found.set(key, {
        posts,
        flagged: signalsFrom((signal) => this.#flaggedBySource.at(SIGNALS.length * source + signal)),
      });
    });
    return found;
  }

  #scoresByLanguage(): Map<string, Float64Array> {
    const languages = this.#languages.of(this.#kinds.languages.things);
    const found = new Map([...languages].map(([language, posts]) => [language, new Float64Array(posts)]));
    const filled = new Map<string, number>();
    let at = 0;
    this.#authors.eachPost((_, kind) => {
      const language = this.#authors.kindAt(kind)?.language ?? '';
      const next = filled.get(language) ?? 0;
      const scores = found.get(language);
      if (scores) scores[next] = this.#scores[at] ?? 0;
      filled.set(language, next + 1);
      at += 1;
    });
    return found;
  }

  #makeRoom(): void {
    const scores = new Float64Array(2 * this.#scores.length);
    scores.set(this.#scores);
    this.#scores = scores;
  }
}

const signalsFrom = <T>(of: (signal: number) => T): Record<Signal, T> => ({
  hate: of(SIGNALS.indexOf('hate')),
  extremism: of(SIGNALS.indexOf('extremism')),
  polarisation: of(SIGNALS.indexOf('polarisation')),
  offensive: of(SIGNALS.indexOf('offensive')),
  bridging: of(SIGNALS.indexOf('bridging')),
});
