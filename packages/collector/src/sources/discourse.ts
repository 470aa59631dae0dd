import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { gapSeconds, webUrl } from './fields.js';

/** A public forum that runs Discourse, read from the JSON it serves beside its pages. */
export const discourseSource = sourceBase.extend({
  kind: z.literal('discourse'),
  /** address of the forum, with its folder if it has one */
  instance: webUrl,
  /** how far back into the list of topics the first run goes; later runs go back to what is known */
  maximumTopics: z.number().int().min(1).max(1_000_000).default(500),
  /** requests in one run; what is left is taken up by the next */
  maximumPages: z.number().int().min(1).max(1_000_000).default(1000),
  gapSeconds,
});
export type DiscourseSource = z.infer<typeof discourseSource>;
