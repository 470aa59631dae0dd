import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { ExtractionResult, ExtractionTask } from './extraction-task.js';

/** What reading one page may take; a page that takes more is given up with its thread. */
interface ExtractionLimits {
  milliseconds: number;
  heapMegabytes: number;
}

/**
 * Far beyond what any page under the depth cap needs, so that a busy machine does not change what a page is read as: only
 * a page made to hang is cut off.
 */
const EXTRACTION_LIMITS: ExtractionLimits = { milliseconds: 20_000, heapMegabytes: 512 };

type Extraction =
  | { ok: true; result: ExtractionResult }
  | { ok: false; reason: 'extraction-time-out' | 'extraction-failed' };

/** Worker threads that read pages; a thread that hangs or dies is replaced. */
export interface ExtractionWorkers {
  run(task: ExtractionTask): Promise<Extraction>;
  close(): Promise<void>;
}

interface Reply {
  result?: ExtractionResult;
}

const startWorker = ({ heapMegabytes }: ExtractionLimits): Worker => {
  const worker = new Worker(new URL('./extraction-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  // What goes wrong is heard by whoever waits for an answer; without a listener it would end the process.
  worker.on('error', () => {});
  worker.unref();
  return worker;
};

const ask = (worker: Worker, task: ExtractionTask, { milliseconds }: ExtractionLimits): Promise<Extraction> =>
  new Promise((resolve) => {
    const finish = (outcome: Extraction): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', died).off('exit', died);
      resolve(outcome);
    };
    const answered = ({ result }: Reply): void =>
      finish(result ? { ok: true, result } : { ok: false, reason: 'extraction-failed' });
    const died = (): void => finish({ ok: false, reason: 'extraction-failed' });
    const timer = setTimeout(() => finish({ ok: false, reason: 'extraction-time-out' }), milliseconds);
    worker.on('message', answered).on('error', died).on('exit', died);
    worker.postMessage(task);
  });

/** Opens up to `size` worker threads, started when they are first needed. */
export const openExtractionWorkers = (size: number, limits = EXTRACTION_LIMITS): ExtractionWorkers => {
  const queue = new PQueue({ concurrency: size });
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const start = (): Worker => {
    const worker = startWorker(limits);
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
    });
    return worker;
  };
  return {
    async run(task) {
      return queue.add(async () => {
        const worker = idle.pop() ?? start();
        const extraction = await ask(worker, task, limits);
        if (extraction.ok) idle.push(worker);
        else await worker.terminate();
        return extraction;
      });
    },
    async close() {
      await queue.onIdle();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
};
