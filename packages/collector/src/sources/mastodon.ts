import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { gapSeconds, webUrl } from './fields.js';

const timeline = z.union([
  z.literal('public'),
  z.strictObject({ hashtag: z.string().regex(/^#?[\p{L}\p{N}_]+$/u, 'expected one hashtag such as quartier') }),
  z.strictObject({
    account: z.string().regex(/^@?[\w.-]+(@[\w.-]+)?$/, 'expected an account such as press@example.org'),
  }),
]);

/** A public timeline of a server that speaks Mastodon's API. */
export const mastodonSource = sourceBase.extend({
  kind: z.literal('mastodon'),
  /** address of the server, such as https://social.example.org */
  instance: webUrl,
  timeline: timeline.default('public'),
  /** how far back the first run goes, and how much one later run takes */
  maximumPosts: z.number().int().min(1).max(1_000_000).default(2000),
  gapSeconds,
});
export type MastodonSource = z.infer<typeof mastodonSource>;
