import { runExtraction } from '../../../src/extract/extraction-task.js';
import type { ExtractionWorkers } from '../../../src/extract/extraction-workers.js';

/** Extraction in this thread: the worker threads themselves have a test of their own. */
export const workersHere: ExtractionWorkers = {
  run: async (task) => ({ ok: true, result: runExtraction(task) }),
  close: async () => {},
};

/** All that an iteration gives and the error it ends with, if it does. */
export const gathered = async <T>(items: AsyncIterable<T>): Promise<{ items: T[]; error?: unknown }> => {
  const found: T[] = [];
  try {
    for await (const item of items) found.push(item);
  } catch (error) {
    return { items: found, error };
  }
  return { items: found };
};
