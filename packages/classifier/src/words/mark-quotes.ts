import type { Word } from './word.js';

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '«': '»' };
const LETTER = /[\p{L}\p{N}]/u;
/** Longest quotation, in characters: what opens and closes further apart belongs to two others. */
const LONGEST_QUOTATION = 800;

/** An apostrophe opens a quotation before a word, and closes one where no letter follows («don't» does neither). */
const opens = (text: string, at: number): boolean =>
  !LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at + 1] ?? '');
const closes = (text: string, at: number): boolean => !LETTER.test(text[at + 1] ?? '');

/** A function that gives the first of these places after `at`; asked with growing `at`, it is linear in total. */
const nextAmong = (places: readonly number[]): ((at: number) => number) => {
  let next = 0;
  return (at) => {
    while (next < places.length && (places[next] ?? 0) <= at) next += 1;
    return places[next] ?? Number.POSITIVE_INFINITY;
  };
};

const placesOf = (text: string, mark: string, wanted: (at: number) => boolean = () => true): number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) if (wanted(at)) places.push(at);
  return places;
};

/** Spans between quotation marks that close within the same paragraph. */
const quotedSpans = (text: string): { start: number; end: number }[] => {
  const spans: { start: number; end: number }[] = [];
  const nextStraight = nextAmong(placesOf(text, '"'));
  const nextAngle = nextAmong(placesOf(text, '»'));
  const nextApostrophe = nextAmong(placesOf(text, "'", (at) => closes(text, at)));
  const nextNewline = nextAmong(placesOf(text, '\n'));
  const openings = [
    ...placesOf(text, '"'),
    ...placesOf(text, '«'),
    ...placesOf(text, "'", (at) => opens(text, at)),
  ].sort((a, b) => a - b);
  let free = 0;
  for (const start of openings) {
    if (start < free) continue;
    const closing = CLOSING[text[start] ?? ''];
    const end =
      closing === undefined ? nextApostrophe(start) : closing === '»' ? nextAngle(start) : nextStraight(start);
    if (end - start > LONGEST_QUOTATION || nextNewline(start) < end) continue;
    spans.push({ start, end });
    free = end + 1;
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
