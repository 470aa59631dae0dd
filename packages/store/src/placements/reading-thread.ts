/** A worker thread: reads every row that is counted and hands the rows over, batch by batch. Started by `read-in-thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteToRead } from '../dialects/sqlite.js';
import type { Tables } from '../tables.js';
import { END, type ThreadData } from './read-in-thread.js';
import { allBatches } from './row-batches.js';

// What `read-in-thread.ts` hands over; a thread is started by nobody else.
const { path, ahead }: ThreadData = workerData;

let free = ahead;
let goOn: (() => void) | undefined;
parentPort?.on('message', () => {
  free += 1;
  goOn?.();
});

const handOverAll = async (): Promise<void> => {
  const db = openSqliteToRead(path).withTables<Tables>();
  try {
    await db
      .transaction()
      .setAccessMode('read only')
      .execute(async (trx) => {
        for await (const batch of allBatches(trx)) {
          while (free === 0)
            await new Promise<void>((resolve) => {
              goOn = resolve;
            });
          free -= 1;
          parentPort?.postMessage(batch);
        }
      });
  } finally {
    await db.destroy();
  }
};

try {
  await handOverAll();
} catch (error) {
  // Of an error of a class of its own (a schema's) nothing at all would arrive.
  throw new Error(error instanceof Error ? error.message : String(error));
}
parentPort?.postMessage(END);
parentPort?.close();
