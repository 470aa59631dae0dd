import { z } from 'zod';
import { signalCode } from '../taxonomy-codes.js';

const count = z.number().int().nonnegative();

/**
 * `restricted/review-sample.json`: which posts people were asked to label, so that two review teams can tell whether they looked
 * at the same ones. No text, author, address or label of a single post: hashes of post ids, and labels counted.
 */
export const reviewSample = z.looseObject({
  samples: z.array(
    z.looseObject({
      id: z.string().min(1),
      design: z.enum(['random', 'efficient']),
      /** the signal whose probability ruled the chances */
      signal: z.string().min(1),
      seed: z.number().int(),
      /** SHA-256 of the ids of the posts that were drawn, sorted */
      posts: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
      /** posts that have a label */
      labelled: count,
      /** labels that carry a signal, all coders together; a post may carry several. Counts under ten are not told */
      labels: z.partialRecord(signalCode, count),
    }),
  ),
});
export type ReviewSample = z.infer<typeof reviewSample>;
