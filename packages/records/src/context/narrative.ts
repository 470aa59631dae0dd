import { z } from 'zod';
import { areaId } from '../post.js';
import { signalCode, targetCode } from '../taxonomy-codes.js';
import { contextId, contextText, contextTexts, languageCode } from './texts.js';
import { weekSpan } from './weeks.js';

const fields = {
  id: contextId,
  signal: signalCode,
  target: targetCode.optional(),
  weeks: weekSpan,
  /** null: the city as a whole */
  area: areaId.nullable(),
  /** what is said again and again, in the analyst's words */
  paraphrase: contextTexts,
  /** how it is said, told in other words: never a sentence that somebody wrote */
  examples: z.array(z.strictObject({ language: languageCode, text: contextText })).max(12),
};

/** A story that comes back in many posts, as partners are told it. */
export const sharedNarrative = z.looseObject(fields);
export type SharedNarrative = z.infer<typeof sharedNarrative>;

/** A story that comes back in many posts, as the city's analysts keep it. */
export const narrative = z.strictObject({
  ...fields,
  /** `partner`: other cities under an agreement may read it; `none` stays in the city's folder. Never public */
  share: z.enum(['none', 'partner']).default('none'),
});
export type Narrative = z.infer<typeof narrative>;
