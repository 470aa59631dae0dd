import { InputError, type ModelName, type Verdict, type VerdictError } from '@marsad/records';
import { openLexiconEngine } from '../models/lexicon-engine.js';
import type { Engine, PostText } from './engine.js';

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

const ENGINES: Record<string, () => Engine> = { lexicon: openLexiconEngine };

/**
 * Opens a classifier.
 * @throws InputError `unknown-engine`, `unknown-model`, `bad-threads`
 */
export const openClassifier = async (options: ClassifierOptions = {}): Promise<Classifier> => {
  const name = options.engine ?? 'lexicon';
  const open = ENGINES[name];
  if (!open) {
    throw new InputError(
      'unknown-engine',
      `classifier engine: expected ${Object.keys(ENGINES).join(' or ')}, got ${JSON.stringify(name)}`,
      { remedy: `Choose one of the engines that exist: ${Object.keys(ENGINES).join(', ')}.` },
    );
  }
  const engine = open();
  return {
    model: engine.model,
    classify: async (posts) => posts.map((post) => engine.judge(post)),
    close: async () => {},
  };
};
