import { ArticleFinder } from './article-finder.js';
import { articleBlocks } from './article-steps.js';
import { parsePage } from './dom.js';
import { htmlToText } from './html-to-text.js';
import { markedBody, widerOf } from './marked-body.js';
import { pageFacts } from './page-facts.js';
import { plausibleLanguage } from './plausible-language.js';
import type { KnownTime } from './read-time.js';
import { removeClutter } from './remove-clutter.js';
import { joinBlocks, textBlocks } from './text-blocks.js';
import { type WithheldReason, withheldReason } from './withheld-reason.js';

/** One page, read. */
export interface MainText {
  title: string;
  /** paragraphs separated by an empty line; empty when the page holds none */
  text: string;
  /** ISO 8601 in UTC */
  publishedAt?: string;
  publishedPrecision?: KnownTime['precision'];
  /** primary language subtag the page declares, such as `ar` */
  language?: string;
  /** the page shows this in place of what its address stands for */
  withheld?: WithheldReason;
}

/** A text with so many times the characters of what was found is another text: the page shows its article by a script. */
const FAR_MORE = 3;
const SHORTEST_BODY = 500;

/** What comes after so much is data, not reading matter. */
const MAXIMUM_CHARACTERS = 10_000_000;
/** Pages that withhold their text say little, and give no time of publication. */
const LONGEST_WITHHELD = 800;

/** The text of a page in which Readability finds no article: all of it but its clutter. */
const wholePage = (html: string, title: string): string => {
  const document = parsePage(html);
  if (!document) return htmlToText(html);
  removeClutter(document);
  return joinBlocks(articleBlocks(textBlocks(document.body), title)) || htmlToText(html);
};

const readPage = (html: string): MainText | undefined => {
  const document = parsePage(html);
  if (!document) return undefined;
  const { title, publishedAt, language, articleBody } = pageFacts(document);
  removeClutter(document);
  const marked = markedBody(document);
  const article = new ArticleFinder(document).parse();
  const found = article?.content
    ? joinBlocks(articleBlocks(widerOf(textBlocks(article.content), marked), title))
    : wholePage(html, title);
  const isCutShort = articleBody.length > Math.max(SHORTEST_BODY, FAR_MORE * found.length);
  const text = isCutShort ? htmlToText(articleBody) : found;
  const withheld = text.length < LONGEST_WITHHELD && !publishedAt ? withheldReason(html) : undefined;
  const plausible = plausibleLanguage(language, text);
  return {
    title,
    text,
    ...(publishedAt ? { publishedAt: publishedAt.at, publishedPrecision: publishedAt.precision } : {}),
    ...(plausible === undefined ? {} : { language: plausible }),
    ...(withheld === undefined ? {} : { withheld }),
  };
};

/**
 * The article of a page without what surrounds it. Never throws; a page that is too deep or too large, in which no article
 * is found, or that the parsers stumble over, is read as plain text.
 * @param options.url address of the page
 */
export const extractMainText = (whole: string, _options: { url?: string } = {}): MainText => {
  const html = whole.slice(0, MAXIMUM_CHARACTERS);
  let page: MainText | undefined;
  try {
    page = readPage(html);
  } catch {
    // linkedom and Readability throw on some broken pages; the words are there all the same.
  }
  return page ?? { title: '', text: htmlToText(html) };
};
