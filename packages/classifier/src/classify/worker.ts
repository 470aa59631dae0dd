/** A worker thread: opens the engine it is told to, then answers batches of posts. Started by `worker-pool.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { PROFILES } from '../linear/linear-model.js';
import { openEngine } from './engines.js';
import { judgedLines } from './judged-lines.js';
import type { Batch, BatchAnswer } from './worker-pool.js';

const settings = z
  .object({
    engine: z.string().optional(),
    model: z.string().optional(),
    profile: z.enum(PROFILES).optional(),
    lexicons: z.array(z.string()).optional(),
  })
  .parse(workerData);
const engine = await openEngine(settings);
if ('judgeBatch' in engine) throw new RangeError('an engine that judges in batches runs in the calling thread');

parentPort?.on('message', ({ number, ids, texts, asLines }: Batch) => {
  const verdicts = ids.map((id, at) => engine.judge({ id, text: texts[at] ?? '' }));
  const answer: BatchAnswer = { number, judged: asLines ? judgedLines(verdicts) : verdicts };
  parentPort?.postMessage(answer);
});
