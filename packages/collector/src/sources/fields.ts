import { z } from 'zod';

/** An absolute http or https address, as a user writes it in city.yaml. */
export const webUrl = z.url({ protocol: /^https?$/, error: 'expected an absolute http or https address' });

/** Seconds between two requests to the same host; robots.txt may ask for more. */
export const gapSeconds = z.number().min(0).max(3600).default(1);

/** How far back into one list the first run goes; later runs go back to what is known. */
export const maximumPosts = z.number().int().min(1).max(1_000_000).default(2000);

/**
 * A pattern over the path of an address: `*` stands for anything within one segment, `**` for anything at all. With a `?`
 * in it, it is matched against path and query.
 */
export const pathPattern = z.string().regex(/^[/*]/, 'expected a path pattern that begins with / such as /news/**');
