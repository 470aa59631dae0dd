import { z } from 'zod';

/** An absolute http or https address, as a user writes it in city.yaml. */
export const webUrl = z.url({ protocol: /^https?$/, error: 'expected an absolute http or https address' });

/** Seconds between two requests to the same host; robots.txt may ask for more. */
export const gapSeconds = z.number().min(0).max(3600).default(1);

/**
 * A pattern over the path of an address: `*` stands for anything within one segment, `**` for anything at all. With a `?`
 * in it, it is matched against path and query.
 */
export const pathPattern = z.string().regex(/^[/*]/, 'expected a path pattern that begins with / such as /news/**');
