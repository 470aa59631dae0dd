/** Requests to the API in one window, and its length in milliseconds. Source: docs.joinmastodon.org, "Rate limits". */
const LIMIT = 300;
const WINDOW = 5 * 60_000;

interface RateLimit {
  /** counts one request; `headers` say where the client stands */
  take(): { exceeded: boolean; headers: Readonly<Record<string, string>> };
}

/** A rate limit as Mastodon keeps it: windows of five minutes that begin on round clock times. */
export const openRateLimit = (clock: () => Date): RateLimit => {
  let window = -1;
  let used = 0;
  return {
    take: () => {
      const current = Math.floor(clock().getTime() / WINDOW);
      if (current !== window) used = 0;
      window = current;
      used += 1;
      return {
        exceeded: used > LIMIT,
        headers: {
          'x-ratelimit-limit': String(LIMIT),
          'x-ratelimit-remaining': String(Math.max(0, LIMIT - used)),
          'x-ratelimit-reset': new Date((current + 1) * WINDOW).toISOString(),
        },
      };
    },
  };
};
