import { InputError, type ModelName, type Verdict, type VerdictError } from '@marsad/records';
import type { Profile } from '../linear/linear-model.js';
import type { PostText } from './engine.js';
import { fingerprintOfEngine, openEngine } from './engines.js';
import { type JudgedLines, judgedLines } from './judged-lines.js';
import { startWorkerPool } from './worker-pool.js';

export interface ClassifierOptions {
  /** which kind of model judges: `linear`, `lexicon`, or `transformer` (the folder of a network) */
  engine?: string;
  /** a model that ships (`marsad-open`, the default, `marsad-research`, `marsad-lexicon`) or the folder of one */
  model?: string;
  /** thresholds of a trained model: `balanced` (the default), or `precise` for review queues and alerts */
  profile?: Profile;
  /** lexicon files of the user (docs/lexicons.md), read beside those that ship */
  lexicons?: readonly string[] | undefined;
  /** worker threads for batches of 500 posts and more; 0 (the default) judges in the calling thread */
  threads?: number;
}

export interface Classifier {
  readonly model: ModelName;
  /** ISO 639-3 codes of the languages in which the model's error is known; verdicts in others are marked unmeasured */
  readonly measuredLanguages: readonly string[];
  /** Judges in order: as many answers as posts, a row that cannot be judged has its error in place. */
  classify(posts: readonly PostText[]): Promise<(Verdict | VerdictError)[]>;
  /**
   * Judges a batch into lines of JSON, in order, for a file. With threads, several calls may be under way at once: each
   * goes to the thread that has the least to do.
   */
  classifyLines(posts: readonly PostText[]): Promise<JudgedLines>;
  /** SHA-256 over the files that its verdicts rest on, model and lexicons: equal ones judge alike. */
  fingerprint(): string;
  /** Ends the worker threads. */
  close(): Promise<void>;
}

const MOST_THREADS = 64;
/** Fewer posts than this are judged in the calling thread: sending them would take longer. */
const FEWEST_FOR_THREADS = 500;

/**
 * Opens a classifier.
 * @throws InputError `unknown-engine`, `unknown-model`, `bad-model`, `bad-threads`, `bad-lexicon`, `transformer-missing`
 */
export const openClassifier = async (options: ClassifierOptions = {}): Promise<Classifier> => {
  const { engine: kind, model, profile, lexicons, threads = 0 } = options;
  if (!Number.isInteger(threads) || threads < 0 || threads > MOST_THREADS) {
    throw new InputError('bad-threads', `threads: expected a whole number from 0 to ${MOST_THREADS}, got ${threads}`, {
      remedy: 'Use 0 for none, or as many as the machine has cores.',
    });
  }
  const settings = { engine: kind, model, profile, lexicons };
  const engine = await openEngine(settings);
  const fingerprint = (): string => fingerprintOfEngine(settings);
  if ('judgeBatch' in engine) {
    return {
      model: engine.model,
      measuredLanguages: engine.measuredLanguages,
      classify: engine.judgeBatch,
      classifyLines: async (posts) => judgedLines(await engine.judgeBatch(posts)),
      fingerprint,
      close: engine.close,
    };
  }
  const pool = threads > 0 ? startWorkerPool(threads, settings, engine.shared) : undefined;
  return {
    model: engine.model,
    measuredLanguages: engine.measuredLanguages,
    classify: async (posts) =>
      pool && posts.length >= FEWEST_FOR_THREADS ? pool.classify(posts) : posts.map((post) => engine.judge(post)),
    classifyLines: async (posts) =>
      pool ? pool.classifyLines(posts) : judgedLines(posts.map((post) => engine.judge(post))),
    fingerprint,
    close: async () => {
      await pool?.close();
    },
  };
};
