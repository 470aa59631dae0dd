import PQueue from 'p-queue';
import type { CollectEffects } from '../ports.js';
import type { HostConnection } from './host-connection.js';
import type { HostMemory } from './host-memory.js';

/** Gaps longer than this are remembered for the next run, in case this one is killed within them. */
const WORTH_KEEPING_MILLISECONDS = 1_500;

/** Nobody asks for more; a time farther off was written under another clock. */
const LONGEST_MEMORY_MILLISECONDS = 30 * 24 * 3600 * 1000;

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
  /**
   * Runs the request when it is the host's turn.
   * @param gapSeconds least time since the end of the last request
   * @param mayBegin asked when the turn has come; throws where the request is not wanted any more
   */
  run<T>(gapSeconds: number, mayBegin: () => void, request: () => Promise<T>): Promise<T>;
  /** Nothing is asked before then (milliseconds since 1970), in this run and the next. */
  holdUntil(time: number): Promise<void>;
  /** until when nothing is asked, as far as the host itself has said so */
  heldUntil(): Promise<number>;
  /** requests in a row that got no answer */
  failuresInARow: number;
  /** Closes the connection and leaves word of the gap that is still to be kept. */
  close(): Promise<void>;
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
  let lastGap = 0;
  const keep = (time: number): Promise<void> => memory.keep(key, new Date(time).toISOString());
  // A host that answers slowly is a host under load: it gets twice the time its last answer took. With a gap of 0 the user
  // has said that the host is theirs.
  const gapAfterLast = (gapSeconds: number): number =>
    gapSeconds === 0 ? 0 : Math.max(gapSeconds * 1000, 2 * lastDuration);
  const recalled = memory.recall(key).then(async (note) => {
    const now = clock().getTime();
    if (note !== null) {
      lastEnd = now;
      const until = Date.parse(note) || 0;
      if (until - now < LONGEST_MEMORY_MILLISECONDS) notBefore = Math.max(notBefore, until);
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
    async close() {
      await connection.close();
      if (lastGap > 0) await keep(Math.max(lastEnd + lastGap, notBefore));
    },
    async run(gapSeconds, mayBegin, request) {
      return queue.add(async () => {
        await recalled;
        await pause(Math.max(lastEnd + gapAfterLast(gapSeconds), notBefore) - clock().getTime(), sleep, signal);
        mayBegin();
        const start = clock().getTime();
        try {
          return await request();
        } finally {
          lastEnd = clock().getTime();
          lastDuration = lastEnd - start;
          lastGap = gapAfterLast(gapSeconds);
          if (lastGap > WORTH_KEEPING_MILLISECONDS) await keep(Math.max(lastEnd + lastGap, notBefore));
        }
      });
    },
  };
};
