import { readTime } from '../extract/read-time.js';

/** A number below it is a duration; above it, a moment in seconds since 1970. */
const LONGEST_DURATION_SECONDS = 30 * 24 * 3600;

const resetAt = (written: string, now: Date): number | undefined => {
  const text = written.trim();
  if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) <= LONGEST_DURATION_SECONDS)
    return now.getTime() + 1000 * Number(text);
  const time = readTime(text)?.at;
  return time === undefined ? undefined : Date.parse(time);
};

/**
 * When a host that says its limit is used up may be asked again. Services write the same two facts differently: Mastodon
 * `X-RateLimit-Reset` as a date, Reddit as seconds from now beside a remainder of `0.0`, Bluesky `RateLimit-Reset` as
 * seconds since 1970, the IETF drafts as seconds from now.
 * @returns milliseconds since 1970; undefined while requests remain or where nothing is said
 */
export const rateLimitEnd = (headers: Readonly<Record<string, string>>, now: Date): number | undefined => {
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    const remaining = headers[`${prefix}-remaining`]?.trim() ?? '';
    const reset = headers[`${prefix}-reset`];
    // Less than one whole request left is none.
    if (!/^\d+(?:\.\d+)?$/.test(remaining) || Number(remaining) >= 1 || reset === undefined) continue;
    const end = resetAt(reset, now);
    if (end !== undefined) return end;
  }
  return undefined;
};
