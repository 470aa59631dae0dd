import { totalmem } from 'node:os';
import type { EventType } from 'crawlee';
import { loadCrawlee } from './load-crawlee.js';

const MEGABYTE = 2 ** 20;
/** Share of the machine's memory past which the pool takes on less. */
const MEMORY_SHARE = 0.25;
const MEASURE_MILLISECONDS = 1000;
/** Share of moments that may be bad without anything being done about it: a busy event loop is a crawl at full speed. */
const EVER = 1;
/** crawlee's own name of the event; its enum exists in its types only. */
const SYSTEM_INFO: string = 'systemInfo';

/** What a pool works on. */
export interface PoolWork {
  /** whether `run` has something to do now */
  ready: () => Promise<boolean>;
  /** takes one piece of work and finishes it; an error stops the pool */
  run: () => Promise<void>;
  /** asked when nothing is ready and nothing runs */
  finished: () => Promise<boolean>;
}

/**
 * Runs work on crawlee's autoscaled pool, which takes on more at once while memory lets it, and less when it does not. Only the pool of crawlee is used: its robots option lets pages through when robots.txt cannot be had, its
 * queue does not survive a kill, its client cannot check the address it dials. Frontier, manners and transport are ours.
 * Memory is measured here, because crawlee starts `ps` every second to do it. The import is lazy because loading crawlee
 * takes a second.
 * @param bounds pieces of work at the same time: `least` however loaded the machine is, `most` when it is idle
 */
export const runPool = async (work: PoolWork, { least, most }: { least: number; most: number }): Promise<void> => {
  const { AutoscaledPool, Configuration, Log, LogLevel } = await loadCrawlee();
  const configuration = new Configuration({
    persistStorage: false,
    purgeOnStart: false,
    memoryMbytes: Math.ceil((MEMORY_SHARE * totalmem()) / MEGABYTE),
  });
  const events = configuration.getEventManager();
  const measuring = setInterval(() => {
    events.emit(SYSTEM_INFO as EventType, {
      createdAt: new Date(),
      memCurrentBytes: process.memoryUsage.rss(),
      cpuCurrentUsage: 0,
      isCpuOverloaded: false,
    });
  }, MEASURE_MILLISECONDS);
  try {
    await new AutoscaledPool(
      {
        isTaskReadyFunction: work.ready,
        runTaskFunction: work.run,
        isFinishedFunction: work.finished,
        minConcurrency: Math.max(1, least),
        maxConcurrency: Math.max(1, most),
        desiredConcurrency: Math.max(1, most),
        maybeRunIntervalSecs: 0.05,
        systemStatusOptions: { maxEventLoopOverloadedRatio: EVER },
        loggingIntervalSecs: null,
        log: new Log({ level: LogLevel.OFF }),
      },
      configuration,
    ).run();
  } finally {
    clearInterval(measuring);
  }
};
