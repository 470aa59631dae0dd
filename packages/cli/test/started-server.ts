import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/marsad.js', import.meta.url));

/** A real `marsad … serve` on a port that the system chose. */
export interface StartedServer {
  /** with a slash at its end */
  url: string;
  /** ends it and waits until it is gone; does nothing to one that ended by itself */
  end: () => Promise<void>;
}

/**
 * Starts a server and waits for the address that it tells, however long that takes.
 * @throws with its last words and how it ended, when it ends without one
 */
export const startServer = (args: readonly string[]): Promise<StartedServer> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args, '--port', '0', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const ended = new Promise<void>((gone) => {
      child.once('close', () => gone());
    });
    child.once('error', reject);
    // After the last byte of both streams: what it said is whole.
    child.once('close', (code, signal) =>
      reject(new Error(`marsad ${args.join(' ')} ended with ${signal ?? code} before it told an address:\n${said}`)),
    );
    createInterface({ input: child.stdout }).once('line', (line) => {
      const { url } = JSON.parse(line) as { url: string };
      resolve({
        url,
        end: () => {
          child.kill('SIGTERM');
          return ended;
        },
      });
    });
  });
