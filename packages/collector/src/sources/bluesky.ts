import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { gapSeconds, maximumPosts, webUrl } from './fields.js';

/** Public posts of Bluesky, as an AppView shows them to anybody: what a search finds, and what accounts wrote. */
export const blueskySource = sourceBase
  .extend({
    kind: z.literal('bluesky'),
    /** address of the AppView; some ask for a login before they search */
    instance: webUrl.default('https://public.api.bsky.app'),
    /** searches in Bluesky's own syntax, such as `"bab el bahr" lang:fr` */
    searches: z.array(z.string().trim().min(1).max(300)).default([]),
    /** accounts by handle or DID, such as mairie.example.org */
    authors: z
      .array(
        z
          .string()
          .regex(
            /^(?:did:[a-z]+:[\w.:%-]+|@?[\w-]+(?:\.[\w-]+)+)$/,
            'expected a handle such as mairie.example.org, or a DID',
          ),
      )
      .default([]),
    maximumPosts,
    gapSeconds,
  })
  .refine(({ searches, authors }) => searches.length + authors.length > 0, {
    error: 'expected at least one search or author',
    path: ['searches'],
  });
export type BlueskySource = z.infer<typeof blueskySource>;
