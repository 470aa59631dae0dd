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
 * Runs work on crawlee's autoscaled pool, which takes on more at once while memory, processor and event loop let it, and
 * less when they do not. Only the pool of crawlee is used: its robots option lets pages through when robots.txt cannot be
 * had, its queue does not survive a kill, its client cannot check the address it dials. Frontier, manners and transport
 * are ours. The import is lazy because loading crawlee takes a second.
 */
export const runPool = async (work: PoolWork, maximumConcurrency: number): Promise<void> => {
  const { AutoscaledPool, Configuration, Log, LogLevel } = await import('crawlee');
  const log = new Log({ level: LogLevel.OFF });
  const configuration = new Configuration({ persistStorage: false, purgeOnStart: false });
  const events = configuration.getEventManager();
  await events.init();
  try {
    await new AutoscaledPool(
      {
        isTaskReadyFunction: work.ready,
        runTaskFunction: work.run,
        isFinishedFunction: work.finished,
        maxConcurrency: maximumConcurrency,
        desiredConcurrency: maximumConcurrency,
        maybeRunIntervalSecs: 0.05,
        loggingIntervalSecs: null,
        log,
      },
      configuration,
    ).run();
  } finally {
    await events.close();
  }
};
