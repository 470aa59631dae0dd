import { z } from 'zod';
import { names } from '../city.js';
import { isoWeek } from '../iso-week.js';
import { areaId, instant } from '../post.js';
import { signalCode } from '../taxonomy-codes.js';

/** What a contest is about: a figure, a term of a lexicon, or a source. */
const contested = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('cell'),
    area: areaId.nullable(),
    weeks: z.tuple([isoWeek, isoWeek]).nullable(),
    signal: signalCode.optional(),
  }),
  z.looseObject({ kind: z.literal('term'), term: z.string().min(1), language: z.string().min(1) }),
  z.looseObject({ kind: z.literal('source'), source: z.string().min(1) }),
]);

/** A right of reply: a community or city says that a figure, term or source is wrong. It stays attached until answered. */
export const contest = z.looseObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  city: z.string(),
  about: contested,
  /** an organisation or office, never a private person */
  by: z.string().min(1).max(200),
  text: names,
  raised: instant,
  answer: z.looseObject({ by: z.string().min(1).max(200), text: names, answered: instant }).optional(),
});
export type Contest = z.infer<typeof contest>;
