import { Worker } from 'node:worker_threads';
import type { Verdict, VerdictError } from '@marsad/records';
import type { PostText } from './engine.js';
import type { EngineSettings } from './engines.js';

export interface Batch {
  number: number;
  posts: readonly PostText[];
}

export interface BatchAnswer {
  number: number;
  verdicts: (Verdict | VerdictError)[];
}

/** Posts a message: enough to make the crossing cheap, few enough to keep both threads busy to the end. */
const BATCH = 500;

export interface WorkerPool {
  /** Judges in order, whatever thread a batch went to. */
  classify(posts: readonly PostText[]): Promise<(Verdict | VerdictError)[]>;
  close(): Promise<void>;
}

/** Where the compiled worker lies, from `src` (under a test runner) and from `dist` alike. */
const WORKER = new URL('../../dist/classify/worker.js', import.meta.url);

/** Starts worker threads that judge with the same engine; the same posts get the same verdicts as in one thread. */
export const startWorkerPool = (threads: number, settings: EngineSettings): WorkerPool => {
  const workers = Array.from({ length: threads }, () => new Worker(WORKER, { workerData: settings }));
  const waiting = new Map<
    number,
    { settle: (verdicts: BatchAnswer['verdicts']) => void; fail: (why: unknown) => void }
  >();
  let next = 0;
  let failure: unknown;
  for (const worker of workers) {
    worker.on('message', ({ number, verdicts }: BatchAnswer) => {
      waiting.get(number)?.settle(verdicts);
      waiting.delete(number);
    });
    worker.on('error', (why) => {
      failure = why;
      for (const { fail } of waiting.values()) fail(why);
      waiting.clear();
    });
    // An idle pool must not keep the program alive.
    worker.unref();
  }
  const send = (worker: Worker, posts: readonly PostText[]): Promise<BatchAnswer['verdicts']> =>
    new Promise((settle, fail) => {
      if (failure !== undefined) {
        fail(failure);
        return;
      }
      const batch: Batch = { number: next, posts };
      waiting.set(next, { settle, fail });
      next += 1;
      worker.ref();
      worker.postMessage(batch);
    });
  return {
    classify: async (posts) => {
      const answers: BatchAnswer['verdicts'][] = [];
      let from = 0;
      // Each worker takes the next batch when it has answered the last, so that a slow batch holds up one thread only.
      const work = async (worker: Worker): Promise<void> => {
        while (from < posts.length) {
          const at = from;
          from += BATCH;
          answers[at / BATCH] = await send(worker, posts.slice(at, at + BATCH));
        }
        worker.unref();
      };
      await Promise.all(workers.map(work));
      return answers.flat();
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
};
