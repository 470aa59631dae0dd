import PQueue from 'p-queue';
import type { CollectEffects } from '../ports.js';
import type { HostConnection } from './host-connection.js';
import type { HostMemory } from './host-memory.js';

/** Gaps longer than this are remembered for the next run, in case this one is killed within them. */
const WORTH_KEEPING_MILLISECONDS = 5_000;

/** Waits, but no longer than until the signal. */
export const pause = async (
  milliseconds: number,
  sleep: CollectEffects['sleep'],
  signal: AbortSignal | undefined,
): Promise<void> => {
  if (milliseconds <= 0 || signal?.aborted) return;
  let wake = (): void => {};
  const aborted = new Promise<void>((resolve) => {
    wake = resolve;
    signal?.addEventListener('abort', wake, { once: true });
  });
  await Promise.race([sleep(milliseconds), aborted]);
  signal?.removeEventListener('abort', wake);
};

/** One host's manners: one request at a time, a gap after each, longer where the host asked for it. */
export interface HostQueue {
  /** Runs the request when it is the host's turn. `gapSeconds`: least time since the end of the last request. */
  run<T>(gapSeconds: number, request: () => Promise<T>): Promise<T>;
  /** Nothing is asked before then (milliseconds since 1970), in this run and the next. */
  holdUntil(time: number): Promise<void>;
  /** until when nothing is asked, as far as the host itself has said so */
  heldUntil(): Promise<number>;
  /** requests in a row that got no answer */
  failuresInARow: number;
  readonly connection: HostConnection;
}

/**
 * A queue for one host. What an earlier run knew of it holds on: a pause that the host asked for, and at least one gap,
 * since that run may have been killed a moment ago.
 */
export const openHostQueue = (
  hostname: string,
  {
    clock,
    sleep,
    memory,
    signal,
    connection,
  }: Pick<CollectEffects, 'clock' | 'sleep'> & {
    memory: HostMemory;
    signal: AbortSignal | undefined;
    connection: HostConnection;
  },
): HostQueue => {
  const queue = new PQueue({ concurrency: 1 });
  const key = `asked ${hostname}`;
  let notBefore = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let lastDuration = 0;
  const keep = (time: number): Promise<void> => memory.keep(key, new Date(time).toISOString());
  // A host that answers slowly is a host under load: it gets twice the time its last answer took. With a gap of 0 the user
  // has said that the host is theirs.
  const gapAfterLast = (gapSeconds: number): number =>
    gapSeconds === 0 ? 0 : Math.max(gapSeconds * 1000, 2 * lastDuration);
  const recalled = memory.recall(key).then(async (note) => {
    const now = clock().getTime();
    if (note !== null) {
      lastEnd = now;
      notBefore = Math.max(notBefore, Date.parse(note) || 0);
    }
    await keep(Math.max(now, notBefore));
  });

  return {
    failuresInARow: 0,
    connection,
    async heldUntil() {
      await recalled;
      return notBefore;
    },
    async holdUntil(time) {
      if (time <= notBefore) return;
      notBefore = time;
      if (time - clock().getTime() > WORTH_KEEPING_MILLISECONDS) await keep(time);
    },
    async run(gapSeconds, request) {
      return queue.add(async () => {
        await recalled;
        await pause(Math.max(lastEnd + gapAfterLast(gapSeconds), notBefore) - clock().getTime(), sleep, signal);
        const start = clock().getTime();
        try {
          return await request();
        } finally {
          lastEnd = clock().getTime();
          lastDuration = lastEnd - start;
          const gap = gapAfterLast(gapSeconds);
          if (gap > WORTH_KEEPING_MILLISECONDS) await keep(Math.max(lastEnd + gap, notBefore));
        }
      });
    },
  };
};
