import { parseFlat } from './parse-flat.js';
import {
  ABOUT_ACCOUNTS,
  ABOUT_CONSENT,
  BLOCKED,
  BLOCKED_TITLE,
  CONSENT_FIRST,
  LOG_IN_FIRST,
  LOG_IN_TITLE,
} from './withheld-words.js';

/** Why a page that was answered shows none of what its address stands for. */
export type WithheldReason = 'log-in-page' | 'consent-wall' | 'block-page';

/** Longer pages show something. */
const LONGEST_PAGE = 400_000;
/** characters */
const LONGEST_WALL = 6_000;
const LONGEST_BLOCK_PAGE = 2_000;
/** A paragraph, and how much of paragraphs makes a text; a news item has that much. */
const PARAGRAPH = 60;
const TEXT = 180;

/** By these pages say that they hold an article. */
const SAYS_ARTICLE =
  /property=["']?article:published_time|property=["']og:type["'][^>]{0,40}content=["']article|"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting)"/i;
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'q',
  'small',
  'span',
  'strong',
  'u',
]);
const SILENT = new Set(['script', 'style', 'template', 'svg', 'noscript', 'title']);
const HEADING = /^h[1-3]$/;

interface Signs {
  title: string;
  headings: string[];
  /** visible lines, those of buttons among them */
  lines: string[];
  password: boolean;
}

const signsOf = (html: string): Signs => {
  const signs: Signs = { title: '', headings: [], lines: [], password: false };
  const open: string[] = [];
  let silent = 0;
  let line = '';
  const close = (isHeading: boolean): void => {
    const text = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (text === '') return;
    signs.lines.push(text);
    if (isHeading) signs.headings.push(text);
  };
  parseFlat(html, {
    onopentag(name, attributes) {
      open.push(name);
      if (SILENT.has(name)) silent += 1;
      else if (!INLINE.has(name)) close(false);
      if (name !== 'input') return;
      if (attributes.type?.toLowerCase() === 'password') signs.password = true;
      if (/^(?:submit|button)$/i.test(attributes.type ?? '') && attributes.value) signs.lines.push(attributes.value);
    },
    ontext(text) {
      if (open.at(-1) === 'title') signs.title += text;
      else if (silent === 0) line += text;
    },
    onclosetag(name) {
      open.pop();
      if (SILENT.has(name)) silent -= 1;
      else if (!INLINE.has(name)) close(HEADING.test(name));
    },
  });
  close(false);
  return { ...signs, title: signs.title.replace(/\s+/g, ' ').trim() };
};

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

/** Characters of paragraphs that are about anything else. */
const otherProse = (lines: readonly string[], about: RegExp): number =>
  lengthOf(lines.filter((line) => line.length >= PARAGRAPH && !about.test(line)));

/** The kinds of page that withhold, in the order in which they are told. */
const KINDS: readonly { reason: WithheldReason; is: (signs: Signs) => boolean }[] = [
  {
    reason: 'block-page',
    is: ({ title, headings, lines }) =>
      lengthOf(lines) <= LONGEST_BLOCK_PAGE &&
      [title, ...headings].some((heading) => BLOCKED_TITLE.test(heading)) &&
      (lines.some((line) => BLOCKED.test(line)) || otherProse(lines, BLOCKED) < TEXT),
  },
  {
    reason: 'block-page',
    is: ({ lines }) => lines.some((line) => BLOCKED.test(line)) && lengthOf(lines) <= LONGEST_BLOCK_PAGE / 4,
  },
  {
    reason: 'log-in-page',
    is: ({ title, headings, lines, password }) =>
      password &&
      [title, ...headings].some((heading) => LOG_IN_TITLE.test(heading)) &&
      otherProse(lines, ABOUT_ACCOUNTS) < TEXT,
  },
  {
    reason: 'log-in-page',
    is: ({ lines }) => lines.some((line) => LOG_IN_FIRST.test(line)) && otherProse(lines, ABOUT_ACCOUNTS) < TEXT,
  },
  {
    reason: 'consent-wall',
    is: ({ lines }) =>
      lines.some((line) => CONSENT_FIRST.test(line)) &&
      lines.some((line) => ABOUT_CONSENT.test(line)) &&
      otherProse(lines, ABOUT_CONSENT) < TEXT,
  },
];

/**
 * Whether a page was answered with status 200 but shows a log-in form, a question for consent or a refusal in place of its
 * text. Precise rather than complete: a page that says it is an article, or that holds two sentences about anything else,
 * is none, whatever boxes and banners it has.
 */
export const withheldReason = (html: string): WithheldReason | undefined => {
  if (html.length > LONGEST_PAGE || SAYS_ARTICLE.test(html)) return undefined;
  const signs = signsOf(html);
  if (lengthOf(signs.lines) > LONGEST_WALL) return undefined;
  return KINDS.find(({ is }) => is(signs))?.reason;
};
