import { z } from 'zod';
import { areaId } from './post.js';

/** What every source in city.yaml says of itself, whatever its kind; each kind adds its own fields. */
export const sourceBase = z.strictObject({
  /** short name used in reports, ids and `--source` */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  kind: z.string(),
  name: z.string().min(1),
  /** the neighbourhood this source is about as a whole, such as a residents' page */
  home: areaId.optional(),
  /** ISO 639-3 code of its usual language */
  language: z
    .string()
    .regex(/^[a-z]{3}$/)
    .optional(),
});
export type SourceBase = z.infer<typeof sourceBase>;
