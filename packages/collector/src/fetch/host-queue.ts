import PQueue from 'p-queue';
import type { CollectEffects } from '../ports.js';

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
  /** Nothing is asked before then (milliseconds since 1970). */
  holdUntil(time: number): void;
  /** requests in a row that got no answer */
  failuresInARow: number;
}

/** A queue for one host. */
export const openHostQueue = (
  { clock, sleep }: Pick<CollectEffects, 'clock' | 'sleep'>,
  signal: AbortSignal | undefined,
): HostQueue => {
  const queue = new PQueue({ concurrency: 1 });
  let notBefore = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let lastDuration = 0;
  return {
    failuresInARow: 0,
    holdUntil(time) {
      notBefore = Math.max(notBefore, time);
    },
    async run(gapSeconds, request) {
      return queue.add(async () => {
        // A host that answers slowly is a host under load: it gets twice the time its last answer took. With a gap of 0
        // the user has said that the host is theirs.
        const gap = gapSeconds === 0 ? 0 : Math.max(gapSeconds * 1000, 2 * lastDuration);
        await pause(Math.max(lastEnd + gap, notBefore) - clock().getTime(), sleep, signal);
        const start = clock().getTime();
        try {
          return await request();
        } finally {
          lastEnd = clock().getTime();
          lastDuration = lastEnd - start;
        }
      });
    },
  };
};
