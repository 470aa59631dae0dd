/** Tries without a delay. */
const FREE_TRIES = 5;
/** The first delay and the longest, in milliseconds; each failure doubles it. */
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 15 * 60_000;
/** Failures are forgotten this long after the last one. */
const FORGOTTEN_AFTER = 24 * 3_600_000;

interface Failures {
  count: number;
  last: number;
}

/** Counts failed log-ins of one kind of key (accounts, addresses). */
export interface LogInLimit {
  /** counts a try as failed before it is checked, so that many at once gain nothing; how long to wait instead, in ms; 0: go on */
  begin(key: string): number;
  /** the try that was begun is not to count */
  takeBack(key: string): void;
  /** all failures are forgotten: whoever tried knew the password */
  forget(key: string): void;
}

const delayAfter = (count: number): number =>
  count < FREE_TRIES ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (count - FREE_TRIES));

/**
 * Five tries, then a delay that doubles with every failure. A try during the delay is neither checked nor counted.
 * @param clock now, in milliseconds
 * @param most keys that are remembered; the one that failed longest ago makes room
 */
export const openLogInLimit = (clock: () => number, most = 10_000): LogInLimit => {
  const byKey = new Map<string, Failures>();
  return {
    begin(key) {
      const now = clock();
      const known = byKey.get(key);
      const { count, last } =
        known && now - known.last <= FORGOTTEN_AFTER ? known : { count: 0, last: Number.NEGATIVE_INFINITY };
      const wait = last + delayAfter(count) - now;
      if (wait > 0) return wait;
      byKey.delete(key);
      const oldest = byKey.keys().next();
      if (byKey.size >= most && !oldest.done) byKey.delete(oldest.value);
      byKey.set(key, { count: count + 1, last: now });
      return 0;
    },
    takeBack(key) {
      const known = byKey.get(key);
      if (known === undefined) return;
      if (known.count > 1) known.count -= 1;
      else byKey.delete(key);
    },
    forget: (key) => {
      byKey.delete(key);
    },
  };
};
