import { Readability } from '@mozilla/readability';
import { parsePage } from './dom.js';
import { dropBoilerplate } from './drop-boilerplate.js';
import { dropRepeats } from './drop-repeats.js';
import { htmlToText } from './html-to-text.js';
import { pageFacts } from './page-facts.js';
import type { KnownTime } from './read-time.js';
import { removeClutter } from './remove-clutter.js';
import { joinBlocks, textBlocks } from './text-blocks.js';

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
}

const readPage = (html: string): MainText | undefined => {
  const document = parsePage(html);
  if (!document) return undefined;
  const { title, publishedAt, language } = pageFacts(document);
  removeClutter(document);
  const article = new Readability<Node>(document, { serializer: (node) => node }).parse();
  const text = article?.content
    ? joinBlocks(dropBoilerplate(dropRepeats(textBlocks(article.content)), title))
    : htmlToText(html);
  return {
    title,
    text,
    ...(publishedAt ? { publishedAt: publishedAt.at, publishedPrecision: publishedAt.precision } : {}),
    ...(language === undefined ? {} : { language }),
  };
};

/**
 * The article of a page without what surrounds it. Never throws; a page that is too deep or too large, in which no article
 * is found, or that the parsers stumble over, is read as plain text.
 * @param options.url address of the page
 */
export const extractMainText = (html: string, _options: { url?: string } = {}): MainText => {
  let page: MainText | undefined;
  try {
    page = readPage(html);
  } catch {
    // linkedom and Readability throw on some broken pages; the words are there all the same.
  }
  return page ?? { title: '', text: htmlToText(html) };
};
