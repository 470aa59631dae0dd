import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../packages/cli/bin/marsad.js', import.meta.url));

/** Ticks of the clock that Linux counts CPU time in. */
const TICKS = 100;

/**
 * The real `marsad hub serve`, in a process of its own.
 * @param {string} folder of a hub
 */
export const serveHub = async (folder) => {
  const begun = performance.now();
  const child = spawn(process.execPath, [BIN, 'hub', 'serve', folder, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => child.once('exit', () => resolve()));
  /** @type {string} */
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void gone.then(() => reject(new Error('marsad hub serve ended before it told its address')));
  });
  /** @param {string} file */
  const told = (file) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    /** @type {string} */
    url: JSON.parse(line).url,
    /** seconds until it told its address */
    started: (performance.now() - begun) / 1e3,
    /** seconds of CPU so far */
    cpu: () => {
      const [user = '0', system = '0'] = told('stat').split(' ').slice(13);
      return (Number(user) + Number(system)) / TICKS;
    },
    /** the most memory that it ever held, in MB */
    peak: () => Number(/VmHWM:\s+(\d+)/.exec(told('status'))?.[1]) / 1024,
    end: () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
};
