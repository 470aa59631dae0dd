import { z } from 'zod';
import { names } from '../city.js';

/** Characters of a title, and of a text that people wrote. More is cut by its writer, not by the page. */
const LONGEST_TITLE = 160;
const LONGEST_TEXT = 1_200;

const upTo = (most: number) =>
  names.refine(
    (value) => Object.values(value).every((text) => text === undefined || text.length <= most),
    `expected at most ${most} characters in each language`,
  );

/** A short title in the languages of the observatory; at least one is needed. */
export const contextTitles = upTo(LONGEST_TITLE);
/** A few sentences in the languages of the observatory; at least one is needed. */
export const contextTexts = upTo(LONGEST_TEXT);
/** A few sentences in one language. */
export const contextText = z.string().min(1).max(LONGEST_TEXT);
/** What an entry is called in its file and in every message about it. */
export const contextId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens');
export const languageCode = z.string().regex(/^[a-z]{3}$/, 'expected an ISO 639-3 code such as ara, fra or eng');
export const webAddress = z.url({ protocol: /^https?$/ }).max(500);
