import { z } from 'zod';
import { isoWeek } from '../iso-week.js';
import { areaId } from '../post.js';
import { contextId, contextTexts, contextTitles, webAddress } from './texts.js';

const fields = {
  id: contextId,
  from: isoWeek,
  /** null: it goes on */
  to: isoWeek.nullable(),
  /** none: the whole city */
  areas: z.array(areaId).max(1_000),
  titles: contextTitles,
  texts: contextTexts.optional(),
  /** the office or organisation that does it */
  by: z.string().min(1).max(200),
  url: webAddress.optional(),
};

const inOrder = { path: ['to'], message: 'expected a week not before the first' };

/** What somebody does about it, from when to when and where: a programme, as a snapshot tells it. */
export const sharedIntervention = z.looseObject(fields).refine(({ from, to }) => to === null || from <= to, inOrder);
export type SharedIntervention = z.infer<typeof sharedIntervention>;

/** A programme, as the city keeps it. */
export const intervention = z
  .strictObject({
    ...fields,
    /** the widest circle that may read it; `none` stays in the city's folder */
    share: z.enum(['none', 'partner', 'public']).default('none'),
  })
  .refine(({ from, to }) => to === null || from <= to, inOrder);
export type Intervention = z.infer<typeof intervention>;
