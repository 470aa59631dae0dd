import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { gapSeconds, maximumPosts, webUrl } from './fields.js';

/**
 * Public communities that answer as Reddit's listings do. Reddit's own robots.txt has shut out everybody who has no
 * agreement with it since July 2024; it is kept, so there the report says `robots` until that changes.
 */
export const redditSource = sourceBase.extend({
  kind: z.literal('reddit'),
  /** address of the server */
  instance: webUrl.default('https://www.reddit.com'),
  /** names of the communities, without r/ */
  communities: z
    .array(z.string().regex(/^[A-Za-z0-9]\w{1,20}$/, 'expected the name of a community such as beirut, without r/'))
    .min(1),
  /** also the comments below posts: one further request a post, more where there are hundreds */
  comments: z.boolean().default(false),
  maximumPosts,
  gapSeconds,
});
export type RedditSource = z.infer<typeof redditSource>;
