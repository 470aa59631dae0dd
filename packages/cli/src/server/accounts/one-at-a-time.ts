/** Runs one piece of work after another; says no where too many wait. */
export interface Turns {
  /** the result, or undefined where `most` wait already */
  take<T>(work: () => Promise<T>): Promise<T | undefined>;
}

/**
 * Checking a password takes 32 MiB and a good part of a second: many at once would take the machine's memory and all of its
 * threads.
 * @param most how many may wait or run
 */
export const openTurns = (most: number): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async take(work) {
      if (waiting >= most) return undefined;
      waiting += 1;
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        waiting -= 1;
      }
    },
  };
};
