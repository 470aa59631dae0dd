import { Worker } from 'node:worker_threads';
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
  worker.unref();
  return worker;
};

/** Tasks a thread has at a time: it goes on with the next one while the answer to the first is on its way. */
const TASKS_AHEAD = 2;

interface Waiting {
  task: ExtractionTask;
  resolve: (extraction: Extraction) => void;
}

/** A thread and what it was given, in the order in which it answers. */
interface Seat {
  worker: Worker;
  given: Waiting[];
  /** runs out for the first of what was given: the others have not been begun */
  timer?: NodeJS.Timeout;
}

/** Opens up to `size` worker threads, started when they are first needed. */
export const openExtractionWorkers = (size: number, limits = EXTRACTION_LIMITS): ExtractionWorkers => {
  const waiting: Waiting[] = [];
  const seats = new Set<Seat>();
  const ending = new Set<Promise<unknown>>();
  const whenIdle: (() => void)[] = [];

  const watch = (seat: Seat): void => {
    clearTimeout(seat.timer);
    if (seat.given.length > 0) seat.timer = setTimeout(() => giveUp(seat, 'extraction-time-out'), limits.milliseconds);
  };
  /** The thread is lost, and the page it was reading with it; what it had not begun is read by another. */
  const giveUp = (seat: Seat, reason: 'extraction-time-out' | 'extraction-failed'): void => {
    if (!seats.delete(seat)) return;
    clearTimeout(seat.timer);
    const end = seat.worker.terminate().finally(() => ending.delete(end));
    ending.add(end);
    const [lost, ...notBegun] = seat.given.splice(0);
    waiting.unshift(...notBegun);
    lost?.resolve({ ok: false, reason });
    give();
  };
  const answered = (seat: Seat, { result }: Reply): void => {
    if (!seats.has(seat)) return;
    if (!result) {
      giveUp(seat, 'extraction-failed');
      return;
    }
    const first = seat.given.shift();
    watch(seat);
    first?.resolve({ ok: true, result });
    give();
  };
  const open = (): Seat => {
    const seat: Seat = { worker: startWorker(limits), given: [] };
    seat.worker
      .on('message', (reply: Reply) => answered(seat, reply))
      .on('error', () => giveUp(seat, 'extraction-failed'))
      .on('exit', () => giveUp(seat, 'extraction-failed'));
    seats.add(seat);
    return seat;
  };
  /** The thread with least to do that may have more; a new one rather than one that is at work. */
  const freeSeat = (): Seat | undefined => {
    const [least] = [...seats].sort((one, other) => one.given.length - other.given.length);
    if (least?.given.length === 0) return least;
    if (seats.size < size) return open();
    return least && least.given.length < TASKS_AHEAD ? least : undefined;
  };
  const give = (): void => {
    while (waiting.length > 0) {
      const seat = freeSeat();
      const next = seat && waiting.shift();
      if (!next) break;
      seat.given.push(next);
      if (seat.given.length === 1) watch(seat);
      seat.worker.postMessage(next.task);
    }
    if (waiting.length > 0 || [...seats].some(({ given }) => given.length > 0)) return;
    for (const resolve of whenIdle.splice(0)) resolve();
  };

  return {
    run: (task) =>
      new Promise((resolve) => {
        waiting.push({ task, resolve });
        give();
      }),
    async close() {
      await new Promise<void>((resolve) => {
        whenIdle.push(resolve);
        give();
      });
      const workers = [...seats].map(({ worker }) => worker);
      seats.clear();
      await Promise.all([...ending, ...workers.map((worker) => worker.terminate())]);
    },
  };
};
