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

/**
 * What changes how much a source can say, and so must not be taken for a change in what people say: it was `added`; it did
 * not answer (`unreachable`); it does not let itself be read, by robots.txt or by answer (`refused`); nobody asked it, or
 * something it needs was missing (`gap`); it is read again (`back`).
 */
export const sourceEventKind = z.enum(['added', 'unreachable', 'refused', 'gap', 'back']);
export type SourceEventKind = z.infer<typeof sourceEventKind>;

/** One entry of the log of a source. */
export const sourceEvent = z.strictObject({
  /** the first day of which it is true, in UTC */
  day: z.iso.date(),
  kind: sourceEventKind,
  /** kebab-case, such as `http-403` */
  detail: z.string().nullable(),
});
export type SourceEvent = z.infer<typeof sourceEvent>;
