/// <reference lib="dom" />

import { type PageLimits, parsePage } from './dom.js';
import { readTime } from './read-time.js';
import { joinBlocks, textBlocks } from './text-blocks.js';

/** CSS selectors of a forum: the element of one post, and within it its parts. */
export interface ThreadSelectors {
  post: string;
  text: string;
  author?: string | undefined;
  time?: string | undefined;
}

export interface ThreadPost {
  /** `id` of the element; undefined when it has none */
  id?: string;
  text: string;
  author?: string;
  publishedAt?: string;
  publishedPrecision?: 'second' | 'day' | 'unknown';
}

/** Long threads are long pages, and selectors take less time than Readability. */
const THREAD_LIMITS: PageLimits = { elements: 50_000, levels: 1_500_000 };

const timeOf = (element: Element | null): Pick<ThreadPost, 'publishedAt' | 'publishedPrecision'> => {
  for (const written of [
    element?.getAttribute('datetime'),
    element?.getAttribute('title'),
    element?.getAttribute('content'),
    element?.textContent,
  ]) {
    const time = readTime((written ?? '').replace(/\s+/g, ' '));
    if (time) return { publishedAt: time.at, publishedPrecision: time.precision };
  }
  return {};
};

/**
 * The posts of a forum page, in page order. Quotes of other posts are left out: they were counted where they were written.
 * @throws {SyntaxError} when a selector is not CSS
 */
export const threadPosts = (html: string, selectors: ThreadSelectors): ThreadPost[] => {
  const document = parsePage(html, THREAD_LIMITS);
  if (!document) return [];
  return [...document.querySelectorAll(selectors.post)].map((element) => {
    const body = element.querySelector(selectors.text);
    for (const quote of body?.querySelectorAll('blockquote, .quote, .bbcode_quote, .bbCodeBlock--quote') ?? [])
      quote.remove();
    const author = (selectors.author ? (element.querySelector(selectors.author)?.textContent ?? '') : '').trim();
    return {
      ...(element.id ? { id: element.id } : {}),
      text: body ? joinBlocks(textBlocks(body)) : '',
      ...(author === '' ? {} : { author }),
      ...(selectors.time ? timeOf(element.querySelector(selectors.time)) : {}),
    };
  });
};
