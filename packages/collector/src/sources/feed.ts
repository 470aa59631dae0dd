import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { gapSeconds, webUrl } from './fields.js';

/** An RSS, Atom, RDF or JSON feed; every item is one post. */
export const feedSource = sourceBase.extend({
  kind: z.literal('feed'),
  url: webUrl,
  gapSeconds,
});
export type FeedSource = z.infer<typeof feedSource>;
