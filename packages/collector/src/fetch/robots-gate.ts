import type { CollectEffects } from '../ports.js';
import { parseRobots, type Robots } from '../robots/parse-robots.js';
import { allows, groupFor } from '../robots/robots-allows.js';
import { FetchFailure } from './failures.js';
import type { Answer } from './request.js';

/** RFC 9309 §2.4: a copy is not used for longer. */
const MAXIMUM_AGE_MILLISECONDS = 24 * 3600 * 1000;
const MAXIMUM_REDIRECTS = 5;
const MAXIMUM_CRAWL_DELAY_SECONDS = 60;

/** What a host's robots.txt comes to. */
type RobotsState =
  | { kind: 'rules'; robots: Robots }
  | { kind: 'denied'; message: string }
  | { kind: 'unreachable'; message: string };

export type Leave =
  | { allowed: true; crawlDelay: number }
  | { allowed: false; reason: 'robots' | 'robots-unreachable'; message: string };

/**
 * Reads the rules out of an answer for robots.txt (RFC 9309 §2.3.1, stricter where a site says "not you"): success → its
 * rules; 401, 403 → nothing may be fetched; other 4xx → everything may; 429, 5xx → nothing while it lasts.
 */
const robotsStateOf = (answer: Pick<Answer, 'status' | 'body'>, url: string): RobotsState => {
  if (answer.status >= 200 && answer.status < 300) {
    return { kind: 'rules', robots: parseRobots(new TextDecoder().decode(answer.body)) };
  }
  if (answer.status === 401 || answer.status === 403)
    return { kind: 'denied', message: `${url} answered ${answer.status}` };
  if (answer.status !== 429 && answer.status >= 400 && answer.status < 500) {
    return { kind: 'rules', robots: parseRobots('') };
  }
  return { kind: 'unreachable', message: `${url} answered ${answer.status}` };
};

/** Asks robots.txt of each origin once a day at most and answers for its addresses. */
export class RobotsGate {
  readonly #userAgent: string;
  readonly #clock: CollectEffects['clock'];
  readonly #ask: (url: string) => Promise<Answer>;
  readonly #known = new Map<string, { state: Promise<RobotsState>; readAt: number }>();

  /** @param ask one polite GET that follows no redirect; throws FetchFailure */
  constructor(userAgent: string, clock: CollectEffects['clock'], ask: (url: string) => Promise<Answer>) {
    this.#userAgent = userAgent;
    this.#clock = clock;
    this.#ask = ask;
  }

  async #read(origin: string): Promise<RobotsState> {
    let url = `${origin}/robots.txt`;
    try {
      for (let hop = 0; hop <= MAXIMUM_REDIRECTS; hop += 1) {
        const answer = await this.#ask(url);
        const location = answer.headers.location;
        if (answer.status < 300 || answer.status >= 400 || location === undefined) return robotsStateOf(answer, url);
        if (!URL.canParse(location, url)) return robotsStateOf({ status: 404, body: new Uint8Array() }, url);
        url = new URL(location, url).href;
      }
      // §2.3.1.2: more than five redirects count as no robots.txt.
      return robotsStateOf({ status: 404, body: new Uint8Array() }, url);
    } catch (error) {
      if (error instanceof FetchFailure) return { kind: 'unreachable', message: error.message };
      throw error;
    }
  }

  /** Whether the address may be fetched, and the Crawl-delay that goes with it (seconds, 60 at most). */
  async leaveFor(url: string): Promise<Leave> {
    const { origin } = new URL(url);
    const now = this.#clock().getTime();
    let known = this.#known.get(origin);
    if (!known || now - known.readAt >= MAXIMUM_AGE_MILLISECONDS) {
      known = { state: this.#read(origin), readAt: now };
      this.#known.set(origin, known);
    }
    const state = await known.state;
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
