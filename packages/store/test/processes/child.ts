import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./offer-batches.mjs', import.meta.url));

export interface Child {
  process: ChildProcessByStdio<null, Readable, null>;
  /** batches the store has acknowledged so far, in order; a line cut short by a kill was not acknowledged */
  acknowledged: number[];
  /** resolves when that many batches were acknowledged */
  reached: (batches: number) => Promise<void>;
  /** resolves with the exit code, or null after a kill, once all output is read */
  ended: Promise<number | null>;
}

/** Starts a process that offers batches of 20 posts and one rejection to the store at `path`. */
export const startOffering = (path: string, source: string, firstBatch: number, batches: number | 'endless'): Child => {
  const process_ = spawn(process.execPath, [SCRIPT, path, source, String(firstBatch), String(batches)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  const waiting: { batches: number; resolve: () => void }[] = [];
  let rest = '';
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines.map(Number));
    for (const { batches, resolve } of waiting) if (acknowledged.length >= batches) resolve();
  });
  return {
    process: process_,
    acknowledged,
    reached: (batches) => new Promise((resolve) => waiting.push({ batches, resolve })),
    ended: new Promise((resolve) => process_.on('close', resolve)),
  };
};
