import { Worker } from 'node:worker_threads';
import type { RowBatch } from './row-batches.js';

/** What the thread is started with. */
export interface ThreadData {
  /** of the SQLite file */
  path: string;
  /** batches that it may hand over before the first of them is taken */
  ahead: number;
}

/** Stands after the last batch. */
export const END = 'end';

/** Enough that neither thread waits for the other; more would only lie in memory. */
const BATCHES_AHEAD = 8;

/** Where the compiled thread lies, from `src` (under a test runner) and from `dist` alike. */
const THREAD = new URL('../../dist/placements/reading-thread.js', import.meta.url);

/**
 * Reads every row that is counted on another thread, all of one moment, over a connection of its own: what finds the rows and
 * what takes them are busy at once then. The thread has ended, and its connection with it, before this settles either way.
 * @param path of a SQLite file that is open here as well
 * @param take is given the batches in the order of `allBatches`; what it throws ends the reading
 * @throws what taking threw; an `Error` with the message of what reading threw
 */
export const readInThread = (path: string, take: (batch: RowBatch) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const workerData: ThreadData = { path, ahead: BATCHES_AHEAD };
    const thread = new Worker(THREAD, { workerData });
    let failure: { why: unknown } | undefined;
    let whole = false;
    thread.on('message', (message: RowBatch | typeof END) => {
      if (failure) return;
      if (message === END) {
        whole = true;
        return;
      }
      try {
        take(message);
        thread.postMessage(null);
      } catch (why) {
        failure = { why };
        void thread.terminate();
      }
    });
    thread.on('error', (why) => {
      failure ??= { why };
    });
    thread.on('exit', (code) => {
      if (failure) reject(failure.why);
      else if (whole) resolve();
      else reject(new Error(`${path}: the thread that reads it ended with ${code} before it had read all`));
    });
  });
