import type { Word } from './word.js';

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '«': '»' };
const LETTER = /[\p{L}\p{N}]/u;
/** Longest quotation looked for, in characters; a bound keeps a text of a thousand opened quotations linear. */
const LONGEST_QUOTATION = 800;

/** The apostrophe that closes a quotation: before no letter, since «don't» and «l'arabe» close nothing. */
const closingApostrophe = (window: string): number => {
  for (let at = window.indexOf("'"); at !== -1; at = window.indexOf("'", at + 1)) {
    if (!LETTER.test(window[at + 1] ?? '')) return at;
  }
  return -1;
};

/** Spans between quotation marks that close within the same paragraph. */
const quotedSpans = (text: string): { start: number; end: number }[] => {
  const spans: { start: number; end: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] ?? '';
    const closing = CLOSING[mark];
    const apostrophe = mark === "'" && !LETTER.test(text[i - 1] ?? '') && LETTER.test(text[i + 1] ?? '');
    if (closing === undefined && !apostrophe) continue;
    const window = text.slice(i + 1, i + 1 + LONGEST_QUOTATION);
    const close = closing === undefined ? closingApostrophe(window) : window.indexOf(closing);
    const newline = window.indexOf('\n');
    if (close === -1 || (newline !== -1 && newline < close)) continue;
    spans.push({ start: i, end: i + 1 + close });
    i += 1 + close;
  }
  return spans;
};

/** Marks the words that stand inside quotation marks. */
export const markQuotes = (words: readonly Word[], text: string): void => {
  const spans = quotedSpans(text);
  let at = 0;
  for (const word of words) {
    while (at < spans.length && (spans[at]?.end ?? 0) < word.start) at += 1;
    const span = spans[at];
    if (span && word.start > span.start && word.end <= span.end) word.quoted = true;
  }
};
