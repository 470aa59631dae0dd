import { readTime } from '../extract/read-time.js';
import type { CollectEffects } from '../ports.js';
import { openDialer } from './dialer.js';
import { FetchFailure } from './failures.js';
import { openHostConnection } from './host-connection.js';
import type { HostMemory } from './host-memory.js';
import { type HostQueue, openHostQueue } from './host-queue.js';
import { FETCH_LIMITS, type FetchLimits } from './limits.js';
import { rateLimitEnd } from './rate-limit.js';
import { redirectTarget } from './redirect-target.js';
import { type Answer, get } from './request.js';
import { type Leave, RobotsGate } from './robots-gate.js';

const MAXIMUM_REDIRECTS = 5;
/** As long as addresses of documents may be. */
const MAXIMUM_ADDRESS_LENGTH = 2048;
const MAXIMUM_ATTEMPTS = 3;
const MAXIMUM_ROBOTS_BYTES = 2 ** 20;
const FIRST_BACK_OFF_SECONDS = 1;
/** A host that asks for a longer pause is left alone for the rest of the run. */
const LONGEST_PAUSE_SECONDS = 330;
/** After so many requests in a row without an answer a host is left alone for the rest of the run. */
const MAXIMUM_FAILURES_IN_A_ROW = 10;

/** How asking for one document went. */
export type Fetched =
  | { kind: 'answer'; url: string; headers: Readonly<Record<string, string>>; body: Uint8Array }
  | { kind: 'unchanged' }
  | { kind: 'skipped'; reason: string; message: string }
  /** `later`: worth trying again in a later run; `error`: what the service answered in place of the document */
  | { kind: 'failed'; reason: string; message: string; later: boolean; error?: ErrorAnswer };

/** An answer with a status of 400 or more. */
export interface ErrorAnswer {
  status: number;
  /** empty unless it is JSON, as APIs explain themselves with it */
  body: Uint8Array;
}

interface FetchOptions {
  gapSeconds: number;
  accept: string;
  /** sent to the origin of the address only, never along with a redirect to another one */
  headers?: Readonly<Record<string, string>>;
  contentTypes?: RegExp;
  etag?: string | null;
  lastModified?: string | null;
  /** whether a redirect may lead there; default: anywhere */
  mayFollow?: (url: string) => boolean;
  /** told of every piece of a body as it comes, decoded, also where the request fails in the end */
  onBytes?: (count: number) => void;
  /** asked when it is the request's turn: a reason not to begin it any more */
  ended?: () => string | undefined;
}

export interface Fetcher {
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
  leaveFor(url: string, gapSeconds: number): Promise<Leave>;
  close(): Promise<void>;
}

/** Seconds the host asks us to wait, from Retry-After (RFC 9110 §10.2.3). */
export const retryAfterSeconds = (value: string | undefined, now: Date): number | undefined => {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const at = readTime(value)?.at;
  return at === undefined ? undefined : Math.max(0, (Date.parse(at) - now.getTime()) / 1000);
};

const isRetryable = (status: number): boolean => status === 429 || status === 408 || status >= 500;

/**
 * Fetches with manners: robots.txt first, one request per host at a time, gaps, conditional requests, redirects within
 * five hops each under the same rules, retries with growing pauses for what may pass.
 */
export const openFetcher = (options: {
  effects: Pick<CollectEffects, 'clock' | 'sleep' | 'random' | 'dial' | 'lookup'>;
  memory: HostMemory;
  userAgent: string;
  allowPrivateHosts: readonly string[];
  limits?: Partial<FetchLimits> | undefined;
  signal?: AbortSignal | undefined;
}): Fetcher => {
  const { effects, memory, userAgent, allowPrivateHosts, signal } = options;
  const { clock, sleep, random } = effects;
  const limits: FetchLimits = { ...FETCH_LIMITS, ...options.limits };
  const { connectMilliseconds, totalMilliseconds } = limits;
  const connect = openDialer({ effects, allowPrivateHosts, connectMilliseconds });
  const hosts = new Map<string, HostQueue>();

  const hostOf = (url: string): HostQueue => {
    const { hostname } = new URL(url);
    const known = hosts.get(hostname);
    if (known) return known;
    const connection = openHostConnection(connect, limits);
    const queue = openHostQueue(hostname, { clock, sleep, memory, signal, connection });
    hosts.set(hostname, queue);
    return queue;
  };

  /** Waits for what the host asked: a rate limit used up, or Retry-After. */
  const heed = async (host: HostQueue, answer: Answer, attempt: number): Promise<void> => {
    const now = clock();
    const reset = rateLimitEnd(answer.headers, now);
    if (reset !== undefined) await host.holdUntil(reset);
    host.failuresInARow = isRetryable(answer.status) ? host.failuresInARow + 1 : 0;
    if (!isRetryable(answer.status)) return;
    const asked = retryAfterSeconds(answer.headers['retry-after'], now);
    await host.holdUntil(now.getTime() + 1000 * Math.max(asked ?? 0, backOffSeconds(attempt)));
  };
  const backOffSeconds = (attempt: number): number => FIRST_BACK_OFF_SECONDS * 2 ** attempt * (0.5 + random());

  const refuseIfGivenUp = async (host: HostQueue, url: string): Promise<void> => {
    if (host.failuresInARow >= MAXIMUM_FAILURES_IN_A_ROW) {
      throw new FetchFailure('host-gave-up', `${url}: the host has stopped answering in this run`, { retry: true });
    }
    const until = await host.heldUntil();
    if (until - clock().getTime() > LONGEST_PAUSE_SECONDS * 1000) {
      const message = `${url}: the host asks to be left alone until ${new Date(until).toISOString()}`;
      throw new FetchFailure('host-gave-up', message, { retry: true });
    }
  };

  /** One address with retries; no redirects. Throws FetchFailure when it stays without an answer. */
  const ask = async (
    url: string,
    gapSeconds: number,
    request: Omit<Parameters<typeof get>[1], 'dispatcher' | 'signal' | 'totalMilliseconds'>,
    ended?: () => string | undefined,
  ): Promise<Answer> => {
    const host = hostOf(url);
    const { origin } = new URL(url);
    const mayBegin = (): void => {
      if (signal?.aborted) throw new FetchFailure('interrupted', `${url}: interrupted`, { retry: true });
      const reason = ended?.();
      if (reason !== undefined) throw new FetchFailure(reason, `${url}: not asked any more`, { retry: false });
    };
    for (let attempt = 0; ; attempt += 1) {
      const last = attempt + 1 >= MAXIMUM_ATTEMPTS;
      await refuseIfGivenUp(host, url);
      try {
        const answer = await host.run(gapSeconds, mayBegin, async () => {
          // What the host asks for is heeded before anybody else's turn comes.
          try {
            const dispatcher = await host.connection.to(origin);
            const heard = await get(url, { ...request, dispatcher, totalMilliseconds, signal });
            await heed(host, heard, attempt);
            return heard;
          } catch (error) {
            if (error instanceof FetchFailure && error.retry && !signal?.aborted) {
              host.failuresInARow += 1;
              await host.holdUntil(clock().getTime() + 1000 * backOffSeconds(attempt));
            }
            throw error;
          }
        });
        const isPatient = (await host.heldUntil()) - clock().getTime() <= LONGEST_PAUSE_SECONDS * 1000;
        if (last || !isPatient || !isRetryable(answer.status)) return answer;
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error;
        if (signal?.aborted)
          throw new FetchFailure('interrupted', `${url}: interrupted`, { retry: true, cause: error });
        if (last || !error.retry) throw error;
      }
    }
  };

  const headersFor = (accept: string): Record<string, string> => ({ 'user-agent': userAgent, accept });
  const gate = new RobotsGate(userAgent, { clock, memory }, (url, gapSeconds) =>
    ask(url, gapSeconds, {
      headers: headersFor('text/plain, */*;q=0.1'),
      maximumBytes: MAXIMUM_ROBOTS_BYTES,
      cut: true,
    }),
  );

  const fetchThrowing = async (address: string, wanted: FetchOptions): Promise<Fetched> => {
    let url = address;
    for (let hop = 0; hop <= MAXIMUM_REDIRECTS; hop += 1) {
      const leave = await gate.leaveFor(url, wanted.gapSeconds);
      if (!leave.allowed) {
        const { reason, message } = leave;
        return reason === 'robots'
          ? { kind: 'skipped', reason, message }
          : { kind: 'failed', reason, message, later: true };
      }
      const request = {
        headers: {
          ...headersFor(wanted.accept),
          ...(new URL(url).origin === new URL(address).origin ? wanted.headers : {}),
          ...(wanted.etag ? { 'if-none-match': wanted.etag } : {}),
          ...(wanted.lastModified ? { 'if-modified-since': wanted.lastModified } : {}),
        },
        maximumBytes: limits.bodyBytes,
        onBytes: wanted.onBytes,
        ...(wanted.contentTypes ? { contentTypes: wanted.contentTypes } : {}),
      };
      const answer = await ask(url, Math.max(wanted.gapSeconds, leave.crawlDelay), request, wanted.ended);
      if (answer.status === 304) return { kind: 'unchanged' };
      if (answer.status >= 200 && answer.status < 300) {
        return { kind: 'answer', url, headers: answer.headers, body: answer.body };
      }
      const target = redirectTarget(answer, url);
      if (target === undefined) {
        return {
          kind: 'failed',
          reason: `http-${answer.status}`,
          message: `${url} answered ${answer.status}`,
          later: isRetryable(answer.status),
          ...(answer.status >= 400 ? { error: { status: answer.status, body: answer.body } } : {}),
        };
      }
      if (target === null || target.length > MAXIMUM_ADDRESS_LENGTH) {
        const where = target === null ? answer.headers.location : `an address of ${target.length} characters`;
        return { kind: 'failed', reason: 'bad-redirect', message: `${url} redirects to ${where}`, later: false };
      }
      if (wanted.mayFollow && !wanted.mayFollow(target)) {
        return { kind: 'skipped', reason: 'redirect-leaves-source', message: `${url} redirects to ${target}` };
      }
      url = target;
    }
    return {
      kind: 'failed',
      reason: 'too-many-redirects',
      message: `${address} redirects more than ${MAXIMUM_REDIRECTS} times`,
      later: false,
    };
  };

  return {
    leaveFor: (url, gapSeconds) => gate.leaveFor(url, gapSeconds),
    async fetch(url, wanted) {
      try {
        return await fetchThrowing(url, wanted);
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error;
        const { reason, message, retry } = error;
        if (reason === 'other-content-type') return { kind: 'skipped', reason, message };
        return { kind: 'failed', reason, message, later: retry };
      }
    },
    async close() {
      await Promise.all([...hosts.values()].map((host) => host.close()));
    },
  };
};
