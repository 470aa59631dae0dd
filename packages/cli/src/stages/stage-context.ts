import type { OnProgress } from '@marsad/records';
import type { Effects } from '../effects.js';
import type { Project } from '../project/open-project.js';
import type { Terminal } from '../terminal.js';

/** What every stage is given: the open project, the outside world, and where to tell how far it is. */
export interface StageContext {
  project: Project;
  effects: Effects;
  onProgress: OnProgress;
  terminal: Terminal;
  signal?: AbortSignal;
}

/** Runs `work` and says how long it took, by the clock that was handed in. */
export const timed = async <Result>(
  clock: () => Date,
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: number }> => {
  const begun = clock().getTime();
  const result = await work();
  return { result, seconds: Math.max(0, clock().getTime() - begun) / 1000 };
};
