import { type Rejection, sha256 } from '@marsad/records';
import type { z } from 'zod';
import { robotsWishes } from '../website/robots-wishes.js';
import type { ReadableAnswer, Reading } from './source-reader.js';

const nothing: Reading = { leads: [], candidates: [], rejections: [] };

/** JSON of any shape; undefined when it is none. */
export const parseJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
};

/**
 * An API's answer as its schema describes it, or the reading that says why it is of no use: the service asks that it be not
 * kept, or it sent something else, such as an error page under status 200, which a later run may not meet again.
 * @param expected what the answer should have been, such as "a list of topics as Discourse gives it"
 */
export const readJson = <S extends z.ZodType>(
  schema: S,
  answer: ReadableAnswer,
  expected: string,
): { value: z.infer<S> } | { refused: Reading } => {
  if (robotsWishes(answer.headers['x-robots-tag']).noIndex) return { refused: { ...nothing, skipped: 'noindex' } };
  const parsed = schema.safeParse(parseJson(answer.body));
  if (parsed.success) return { value: parsed.data };
  const type = answer.headers['content-type'] ?? 'an answer without a content type';
  const message = `${answer.url}: expected ${expected}, got ${type} of another shape`;
  return { refused: { ...nothing, failed: { reason: 'unexpected-answer', message, later: true } } };
};

const jsonOf = (item: unknown): string => {
  try {
    return JSON.stringify(item) ?? '';
  } catch {
    // Nested deeper than the stack reaches: all such items are one.
    return '';
  }
};

/** The rejection of an item that its schema does not describe: it is counted, and named by a hash of what it was. */
export const unreadableItem = (sourceId: string, root: string, item: unknown): Rejection => ({
  sourceId,
  locator: `${root}/#unreadable-${sha256(jsonOf(item)).slice(0, 16)}`,
  reason: 'unreadable-item',
});
