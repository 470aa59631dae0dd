import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { gapSeconds, pathPattern, webUrl } from './fields.js';

/** Where a forum's thread pages are and which elements of them are posts. */
const threads = z.strictObject({
  match: z.array(pathPattern).min(1),
  /** CSS selectors: the element of one post, and within it its text, author and time */
  post: z.string().min(1),
  text: z.string().min(1),
  author: z.string().min(1).optional(),
  time: z.string().min(1).optional(),
});

/** A web site: start pages and sitemaps, links followed within its hosts, article pages and forum threads. */
export const websiteSource = sourceBase.extend({
  kind: z.literal('website'),
  start: z.array(webUrl).min(1),
  sitemaps: z.array(webUrl).default([]),
  /** which links are followed; default: all on the hosts of the start pages */
  follow: z.array(pathPattern).default(['/**']),
  /** which pages hold one article each; default: every page that is neither a start page nor a thread */
  articles: z.array(pathPattern).optional(),
  threads: threads.optional(),
  /** links from a start page to the farthest page */
  depth: z.number().int().min(0).max(50).default(3),
  /** pages fetched in one run */
  maximumPages: z.number().int().min(1).max(1_000_000).default(500),
  /** bytes of pages read in one run, uncompressed */
  maximumBytes: z.number().int().min(1).default(500_000_000),
  /** how long one run may go on; pauses count */
  maximumMinutes: z.number().min(0.1).max(10_080).default(240),
  /** whether pages are read as the user's Chromium shows them, for sites whose text is put there by scripts */
  render: z.boolean().default(false),
  gapSeconds,
});
export type WebsiteSource = z.infer<typeof websiteSource>;
