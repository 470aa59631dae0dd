import { z } from 'zod';
import { areaId, id } from './post.js';
import { rungCode } from './taxonomy-codes.js';

/** Where a post belongs, and on which rung of the ladder that stands. `areaId` is null on the rungs `city` and `none`. */
export const placement = z.strictObject({
  postId: id,
  areaId: areaId.nullable(),
  rung: rungCode,
  /** share of the post, 0 to 1: several neighbourhoods in one post share its weight */
  weight: z.number().gt(0).max(1),
  /** the areas it was chosen from, sorted; more than one means the name was ambiguous */
  candidates: z.array(areaId),
});
export type Placement = z.infer<typeof placement>;
