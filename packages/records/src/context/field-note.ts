import { z } from 'zod';
import { areaId } from '../post.js';
import { contextId, contextText, languageCode } from './texts.js';
import { weekSpan } from './weeks.js';

const fields = {
  id: contextId,
  weeks: weekSpan,
  /** null: the city as a whole */
  area: areaId.nullable(),
  language: languageCode,
  text: contextText,
};

/** What a trained observer saw and heard in a neighbourhood, as a snapshot tells it. It has no author in it on purpose. */
export const sharedFieldNote = z.looseObject(fields);
export type SharedFieldNote = z.infer<typeof sharedFieldNote>;

/** A field note, as the city keeps it. */
export const fieldNote = z.strictObject({
  ...fields,
  /** the widest circle that may read it; `none` stays in the city's folder */
  share: z.enum(['none', 'restricted', 'partner', 'public']).default('none'),
});
export type FieldNote = z.infer<typeof fieldNote>;
