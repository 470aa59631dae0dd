import { z } from 'zod';
import type { CollectEffects } from '../ports.js';
import { parseRobots, type Robots } from '../robots/parse-robots.js';
import { allows, groupFor } from '../robots/robots-allows.js';
import { FetchFailure } from './failures.js';
import type { HostMemory } from './host-memory.js';
import { redirectTarget } from './redirect-target.js';
import type { Answer } from './request.js';

/** RFC 9309 §2.4: a copy is not used for longer. */
const MAXIMUM_AGE_MILLISECONDS = 24 * 3600 * 1000;
const MAXIMUM_REDIRECTS = 5;
const MAXIMUM_CRAWL_DELAY_SECONDS = 60;

/** What the answer for a host's robots.txt comes to. */
type RobotsAnswer =
  | { kind: 'rules'; text: string }
  | { kind: 'denied'; message: string }
  | { kind: 'unreachable'; message: string };
type RobotsState = Exclude<RobotsAnswer, { kind: 'rules' }> | { kind: 'rules'; robots: Robots };

/** As kept for the next run; that a host could not be asked is not kept. */
const robotsNote = z.object({
  readAt: z.number(),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rules'), text: z.string() }),
    z.object({ kind: z.literal('denied'), message: z.string() }),
  ]),
});

export type Leave =
  | { allowed: true; crawlDelay: number }
  | { allowed: false; reason: 'robots' | 'robots-unreachable'; message: string };

/**
 * Reads the rules out of an answer for robots.txt (RFC 9309 §2.3.1, stricter where a site says "not you"): success → its
 * rules; 401, 403 → nothing may be fetched; other 4xx → everything may; 429, 5xx → nothing while it lasts.
 */
const robotsAnswerOf = (answer: Pick<Answer, 'status' | 'body'>, url: string): RobotsAnswer => {
  if (answer.status >= 200 && answer.status < 300) {
    return { kind: 'rules', text: new TextDecoder().decode(answer.body) };
  }
  if (answer.status === 401 || answer.status === 403)
    return { kind: 'denied', message: `${url} answered ${answer.status}` };
  if (answer.status !== 429 && answer.status >= 400 && answer.status < 500) {
    return { kind: 'rules', text: '' };
  }
  return { kind: 'unreachable', message: `${url} answered ${answer.status}` };
};

const stateOf = (answer: RobotsAnswer): RobotsState =>
  answer.kind === 'rules' ? { kind: 'rules', robots: parseRobots(answer.text) } : answer;

/** Asks robots.txt of each origin once a day at most, over all runs, and answers for its addresses. */
export class RobotsGate {
  readonly #userAgent: string;
  readonly #clock: CollectEffects['clock'];
  readonly #memory: HostMemory;
  readonly #ask: (url: string, gapSeconds: number) => Promise<Answer>;
  readonly #known = new Map<string, Promise<{ state: RobotsState; readAt: number }>>();

  /** @param ask one polite GET that follows no redirect; throws FetchFailure */
  constructor(
    userAgent: string,
    effects: Pick<CollectEffects, 'clock'> & { memory: HostMemory },
    ask: (url: string, gapSeconds: number) => Promise<Answer>,
  ) {
    this.#userAgent = userAgent;
    this.#clock = effects.clock;
    this.#memory = effects.memory;
    this.#ask = ask;
  }

  async #read(origin: string, gapSeconds: number): Promise<RobotsAnswer> {
    let url = `${origin}/robots.txt`;
    try {
      for (let hop = 0; hop <= MAXIMUM_REDIRECTS; hop += 1) {
        const answer = await this.#ask(url, gapSeconds);
        const target = redirectTarget(answer, url);
        if (target === undefined) return robotsAnswerOf(answer, url);
        if (target === null) {
          return { kind: 'unreachable', message: `${url} redirects to ${answer.headers.location}` };
        }
        url = target;
      }
      // §2.3.1.2: more than five redirects count as no robots.txt.
      return robotsAnswerOf({ status: 404, body: new Uint8Array() }, url);
    } catch (error) {
      if (error instanceof FetchFailure) return { kind: 'unreachable', message: error.message };
      throw error;
    }
  }

  async #recall(origin: string): Promise<{ state: RobotsState; readAt: number } | undefined> {
    const note = await this.#memory.recall(`robots ${origin}`);
    const kept = note === null ? undefined : robotsNote.parse(JSON.parse(note));
    return kept && this.#isFresh(kept.readAt) ? { state: stateOf(kept.answer), readAt: kept.readAt } : undefined;
  }

  async #learn(origin: string, gapSeconds: number): Promise<{ state: RobotsState; readAt: number }> {
    const recalled = await this.#recall(origin);
    if (recalled) return recalled;
    const readAt = this.#clock().getTime();
    const answer = await this.#read(origin, gapSeconds);
    if (answer.kind !== 'unreachable') await this.#memory.keep(`robots ${origin}`, JSON.stringify({ readAt, answer }));
    return { state: stateOf(answer), readAt };
  }

  /** Not from the future either: a clock that was set back must not make a copy live for years. */
  #isFresh(readAt: number): boolean {
    return Math.abs(this.#clock().getTime() - readAt) < MAXIMUM_AGE_MILLISECONDS;
  }

  async #stateFor(origin: string, gapSeconds: number): Promise<RobotsState> {
    const held = this.#known.get(origin);
    const known = await held;
    if (known && this.#isFresh(known.readAt)) return known.state;
    // Somebody else may have begun to ask while we waited.
    const current = this.#known.get(origin);
    if (current && current !== held) return (await current).state;
    const learning = this.#learn(origin, gapSeconds);
    this.#known.set(origin, learning);
    return (await learning).state;
  }

  /**
   * Whether the address may be fetched, and the Crawl-delay that goes with it (seconds, 60 at most).
   * @param gapSeconds before robots.txt is asked, where the host was asked something else before
   */
  async leaveFor(url: string, gapSeconds: number): Promise<Leave> {
    const { origin } = new URL(url);
    const state = await this.#stateFor(origin, gapSeconds);
    if (state.kind === 'denied') {
      return { allowed: false, reason: 'robots', message: `${state.message}: nothing may be fetched from this host` };
    }
    if (state.kind === 'unreachable') {
      return {
        allowed: false,
        reason: 'robots-unreachable',
        message: `${state.message}: while its rules are not known, nothing is fetched`,
      };
    }
    if (!allows(state.robots, this.#userAgent, url)) {
      return { allowed: false, reason: 'robots', message: `robots.txt of ${origin} does not allow ${url}` };
    }
    const crawlDelay = groupFor(state.robots, this.#userAgent)?.crawlDelay ?? 0;
    return { allowed: true, crawlDelay: Math.min(crawlDelay, MAXIMUM_CRAWL_DELAY_SECONDS) };
  }
}
