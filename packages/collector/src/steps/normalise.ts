import type { Step } from './draft.js';

const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;
// C0 and C1 without line feed, soft hyphen, zero-width space, word joiner, byte order mark, noncharacters. Joiners
// (U+200C, U+200D) stay: Persian, several Indic scripts and emoji are read differently without them.
const INVISIBLE = /(?!\n)\p{Cc}|[\u00AD\u200B\u2060\uFEFF\uFFFE\uFFFF]/gu;

/**
 * Text as people read it: Unicode NFC, no control characters, single spaces, at most one empty line in a row.
 * @param text any text; lone surrogates become U+FFFD
 */
export const normaliseText = (text: string): string =>
  text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\p{Zs}+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** First step: text and title in their readable form. */
export const normalise: Step = (draft) => {
  const { title, ...rest } = draft;
  const readable = title === undefined ? '' : normaliseText(title).replace(/\n+/g, ' ');
  return { ...rest, text: normaliseText(draft.text), ...(readable === '' ? {} : { title: readable }) };
};
