import type { ModelName, Verdict, VerdictError } from '@marsad/records';
import type { ReadModel } from '../linear/linear-model.js';

/** A text to judge. The id comes back with the verdict. */
export interface PostText {
  id: string;
  text: string;
}

/** One way of judging. Stateless between posts: the same post gets the same verdict whatever came before. */
export interface Engine {
  model: ModelName;
  /** ISO 639-3 codes; verdicts in others are marked unmeasured */
  measuredLanguages: readonly string[];
  judge(post: PostText): Verdict | VerdictError;
  /** what was read of the model, for threads that judge with the same one */
  shared?: ReadModel;
}

/** An engine that works on many posts at once, and needs no worker threads of ours. */
export interface BatchEngine {
  model: ModelName;
  measuredLanguages: readonly string[];
  /** Judges in order, an error in the place of a post that cannot be judged. */
  judgeBatch(posts: readonly PostText[]): Promise<(Verdict | VerdictError)[]>;
  close(): Promise<void>;
}
