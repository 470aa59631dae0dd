import { createHash, createHmac } from 'node:crypto';

/** Joins parts so that no two different lists of parts give the same bytes (each part is preceded by its length). */
const joined = (parts: readonly string[]): string => parts.map((part) => `${part.length}:${part}`).join('');

/**
 * An id made from content alone: the same parts give the same id on every machine and in every run.
 * @param kind what is named (`post`, `item`, …), so that ids of different kinds never collide
 * @returns 32 lower-case hexadecimal characters (128 bits of SHA-256)
 */
export const contentId = (kind: string, ...parts: readonly string[]): string =>
  createHash('sha256')
    .update(joined([kind, ...parts]))
    .digest('hex')
    .slice(0, 32);

/** SHA-256 of bytes or UTF-8 text, as 64 lower-case hexadecimal characters. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * All that is kept of an author: HMAC-SHA-256 of the handle under the city's key. Without the key file, which lies
 * outside the database, a handle cannot be tried against it.
 * @param key at least 16 bytes
 * @returns 32 lower-case hexadecimal characters
 */
export const authorHash = (key: Uint8Array, sourceId: string, handle: string): string => {
  if (key.length < 16) throw new RangeError(`author key: expected at least 16 bytes, got ${key.length}`);
  return createHmac('sha256', key)
    .update(joined([sourceId, handle.trim().toLowerCase()]))
    .digest('hex')
    .slice(0, 32);
};
