import { InputError, type ModelName, type Verdict, type VerdictError } from '@marsad/records';
import type { PostText } from './engine.js';
import { openEngine } from './engines.js';
import { startWorkerPool } from './worker-pool.js';

export interface ClassifierOptions {
  /** which kind of model judges; `lexicon` is the one that exists */
  engine?: string;
  /** which model of that engine; the lexicon engine has one, `marsad-lexicon` */
  model?: string;
  /** worker threads for batches of 500 posts and more; 0 (the default) judges in the calling thread */
  threads?: number;
}

export interface Classifier {
  readonly model: ModelName;
  /** Judges in order: as many answers as posts, a row that cannot be judged has its error in place. */
  classify(posts: readonly PostText[]): Promise<(Verdict | VerdictError)[]>;
  /** Ends the worker threads. */
  close(): Promise<void>;
}

const MOST_THREADS = 64;
/** Fewer posts than this are judged in the calling thread: sending them would take longer. */
const FEWEST_FOR_THREADS = 500;

/**
 * Opens a classifier.
 * @throws InputError `unknown-engine`, `unknown-model`, `bad-threads`, `bad-lexicon`
 */
export const openClassifier = async (options: ClassifierOptions = {}): Promise<Classifier> => {
  const { engine: name = 'lexicon', model, threads = 0 } = options;
  if (!Number.isInteger(threads) || threads < 0 || threads > MOST_THREADS) {
    throw new InputError('bad-threads', `threads: expected a whole number from 0 to ${MOST_THREADS}, got ${threads}`, {
      remedy: 'Use 0 for none, or as many as the machine has cores.',
    });
  }
  const engine = openEngine(name, model);
  const pool =
    threads > 0 ? startWorkerPool(threads, { engine: name, ...(model === undefined ? {} : { model }) }) : undefined;
  return {
    model: engine.model,
    classify: async (posts) =>
      pool && posts.length >= FEWEST_FOR_THREADS ? pool.classify(posts) : posts.map((post) => engine.judge(post)),
    close: async () => {
      await pool?.close();
    },
  };
};
