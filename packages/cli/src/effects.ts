import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningProcess } from '@marsad/collector';
import { type Chromium, findChromium } from './find-chromium.js';
import { runningProcess } from './project/running-process.js';

/** The outside world as the command line hands it to the stages; a test hands in another. */
export interface Effects {
  clock: () => Date;
  sleep: (milliseconds: number) => Promise<void>;
  random: () => number;
  environment: Readonly<Record<string, string | undefined>>;
  /** where to dial instead of asking DNS: only the demo and the tests set it */
  dial?: (hostname: string, port: number) => { host: string; port: number } | undefined;
  /** this process by name, so that what it held can be taken up at once if it is killed */
  process: RunningProcess;
  /** the user's browser, for sources whose pages are rendered; absent where there is none */
  chromium?: Chromium | undefined;
  /** worker threads for classification */
  threads: number;
}

/** The real world. */
export const realEffects = (threads: number): Effects => ({
  clock: () => new Date(),
  sleep: async (milliseconds) => {
    await delay(milliseconds);
  },
  random: Math.random,
  environment: process.env,
  process: runningProcess(),
  chromium: findChromium({ environment: process.env, exists: existsSync, isRoot: process.getuid?.() === 0 }),
  threads,
});
