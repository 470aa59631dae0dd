// Entry point of the worker thread; ./extraction-workers.ts starts it.
import { parentPort } from 'node:worker_threads';
import { type ExtractionTask, runExtraction } from './extraction-task.js';

parentPort?.on('message', (task: ExtractionTask) => {
  try {
    parentPort?.postMessage({ result: runExtraction(task) });
  } catch (error) {
    parentPort?.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
});
