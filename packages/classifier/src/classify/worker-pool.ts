import { Worker } from 'node:worker_threads';
import type { Verdict, VerdictError } from '@marsad/records';
import type { ReadModel } from '../linear/linear-model.js';
import type { PostText } from './engine.js';
import type { EngineSettings } from './engines.js';
import type { JudgedLines } from './judged-lines.js';

/** Posts on their way to a thread: two lists of strings, which are copied faster than a list of objects. */
export interface Batch {
  number: number;
  ids: string[];
  texts: string[];
  asLines: boolean;
}

type Verdicts = (Verdict | VerdictError)[];

export interface BatchAnswer {
  number: number;
  judged: Verdicts | JudgedLines;
}

/** Posts a message: enough to make the crossing cheap, few enough to keep both threads busy to the end. */
const BATCH = 500;
/**
 * Megabytes for what was made last. Node gives a thread 16; a batch makes more than that, and all of it is rubbish when
 * the next begins, so the larger room is swept less often and has nothing to carry over.
 */
const YOUNG_MEGABYTES = 48;
/**
 * Megabytes for what lasts. A thread needs some 100 with every lexicon read, and 160 while it judges a post of a megabyte;
 * without a limit Node lets rubbish lie until there are several times as many, and memory grows over a million posts.
 */
const OLD_MEGABYTES = 400;

export interface WorkerPool {
  /** Judges in order, whatever thread a batch went to. */
  classify(posts: readonly PostText[]): Promise<Verdicts>;
  /** Judges one batch in the thread that has the least to do; several may be under way at once. */
  classifyLines(posts: readonly PostText[]): Promise<JudgedLines>;
  close(): Promise<void>;
}

/** Where the compiled worker lies, from `src` (under a test runner) and from `dist` alike. */
const WORKER = new URL('../../dist/classify/worker.js', import.meta.url);

/** What a thread is started with. */
export interface ThreadData {
  settings: EngineSettings;
  read?: ReadModel | undefined;
}

interface Thread {
  worker: Worker;
  /** batches that it has not answered */
  open: number;
}

/**
 * Starts worker threads that judge with the same engine; the same posts get the same verdicts as in one thread.
 * @param read the model, which they then need not read
 */
export const startWorkerPool = (threads: number, settings: EngineSettings, read?: ReadModel): WorkerPool => {
  const pool = Array.from({ length: threads }, (): Thread => {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: OLD_MEGABYTES };
    return { worker: new Worker(WORKER, { workerData: { settings, read }, resourceLimits }), open: 0 };
  });
  const waiting = new Map<number, { settle: (judged: BatchAnswer['judged']) => void; fail: (why: unknown) => void }>();
  let next = 0;
  let failure: unknown;
  for (const thread of pool) {
    thread.worker.on('message', ({ number, judged }: BatchAnswer) => {
      thread.open -= 1;
      // An idle pool must not keep the program alive.
      if (thread.open === 0) thread.worker.unref();
      waiting.get(number)?.settle(judged);
      waiting.delete(number);
    });
    thread.worker.on('error', (why) => {
      failure = why;
      for (const { fail } of waiting.values()) fail(why);
      waiting.clear();
    });
    thread.worker.unref();
  }
  const send = (posts: readonly PostText[], asLines: boolean): Promise<BatchAnswer['judged']> =>
    new Promise((settle, fail) => {
      const idlest = pool.reduce((best, thread) => (thread.open < best.open ? thread : best));
      if (failure !== undefined) {
        fail(failure);
        return;
      }
      const batch: Batch = {
        number: next,
        ids: posts.map(({ id }) => id),
        texts: posts.map(({ text }) => text),
        asLines,
      };
      waiting.set(next, { settle, fail });
      next += 1;
      idlest.open += 1;
      idlest.worker.ref();
      idlest.worker.postMessage(batch);
    });
  return {
    classify: async (posts) => {
      const answers: Verdicts[] = [];
      let from = 0;
      // As many batches under way as threads, so that a slow batch holds up one thread only.
      const work = async (): Promise<void> => {
        while (from < posts.length) {
          const at = from;
          from += BATCH;
          const judged = await send(posts.slice(at, at + BATCH), false);
          if (Array.isArray(judged)) answers[at / BATCH] = judged;
        }
      };
      await Promise.all(pool.map(work));
      return answers.flat();
    },
    classifyLines: async (posts) => {
      const judged = await send(posts, true);
      if (Array.isArray(judged)) throw new RangeError('worker: expected lines, got verdicts');
      return judged;
    },
    close: async () => {
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
    },
  };
};
