import { z } from 'zod';

export const id = z.string().regex(/^[0-9a-f]{32}$/, 'expected an id of 32 hexadecimal characters');
/** ISO 8601 in UTC, whole seconds or finer. */
export const instant = z.iso.datetime();
export const areaId = z.string().min(1).max(200);
/** longitude, latitude in WGS 84 degrees */
export const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Position = z.infer<typeof position>;

/** Under which permission a text was taken. */
export const permission = z.enum(['public-web', 'public-api', 'file-import']);
export type Permission = z.infer<typeof permission>;

/** How finely the time of publication is known. A guessed time would poison the time slider: unknown stays unknown. */
export const timePrecision = z.enum(['second', 'day', 'unknown']);
export type TimePrecision = z.infer<typeof timePrecision>;

/**
 * What a source hands over before it is cleaned: one public text as found. `authorHandle` lives only in memory: the
 * collector turns it into a keyed hash before anything is stored.
 */
export interface PostCandidate {
  sourceId: string;
  /** where in the source the text stands: canonical URL (with fragment) or row id; unique within the source */
  locator: string;
  url?: string;
  title?: string;
  text: string;
  publishedAt?: string;
  publishedPrecision?: TimePrecision;
  languageHint?: string;
  authorHandle?: string;
  coordinates?: Position;
  placeTag?: string;
  permission: Permission;
}

/** One public text with its provenance, cleaned and without any person's name or handle. */
export const post = z.strictObject({
  /** content id of source, locator and text */
  id,
  sourceId: z.string().min(1),
  locator: z.string().min(1).max(4096),
  url: z.url().max(4096).nullable(),
  title: z.string().nullable(),
  text: z.string().min(1),
  /** SHA-256 of the folded text: equal for copies */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** MinHash of the text in base64 (`signatureToBytes`), by which lightly changed copies are found; null for short texts */
  signature: z
    .string()
    .regex(/^[A-Za-z0-9+/]{341}[AQgw]==$/, 'expected 256 bytes in base64')
    .nullable(),
  publishedAt: instant.nullable(),
  publishedPrecision: timePrecision,
  languageHint: z.string().nullable(),
  authorHash: id.nullable(),
  coordinates: position.nullable(),
  placeTag: z.string().nullable(),
  permission,
});
export type Post = z.infer<typeof post>;
