/** A worker thread: opens the engine it is told to, then answers batches of posts. Started by `worker-pool.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from './engines.js';
import { judgedLines } from './judged-lines.js';
import type { Batch, BatchAnswer, ThreadData } from './worker-pool.js';

// What `worker-pool.ts` hands over, checked there; a thread is started by nobody else.
const { settings, read }: ThreadData = workerData;
const engine = await openEngine(settings, read);
if ('judgeBatch' in engine) throw new RangeError('an engine that judges in batches runs in the calling thread');

parentPort?.on('message', ({ number, ids, texts, asLines }: Batch) => {
  const verdicts = ids.map((id, at) => engine.judge({ id, text: texts[at] ?? '' }));
  const judged = asLines ? judgedLines(verdicts) : verdicts;
  const answer: BatchAnswer = { number, judged };
  // The bytes of lines are handed over, not copied.
  parentPort?.postMessage(answer, Array.isArray(judged) ? [] : [judged.lines.buffer]);
});
