import type { PostCandidate } from '@marsad/records';
import { FeedError, type FeedItem } from '../feeds/feed.js';
import { parseFeed } from '../feeds/parse-feed.js';
import { canonicalUrl } from '../steps/canonical-url.js';
import type { FeedSource } from './feed.js';
import type { SourceReader } from './source-reader.js';

const toCandidate = (source: FeedSource, feedUrl: string, item: FeedItem): PostCandidate => ({
  sourceId: source.id,
  locator: (/^https?:/i.test(item.id) ? canonicalUrl(item.id) : undefined) ?? `${feedUrl}#${item.id.slice(0, 500)}`,
  ...(item.url === null ? {} : { url: item.url }),
  // An item that is all headline is a text all the same.
  ...(item.title === '' || item.text === '' ? {} : { title: item.title }),
  text: item.text === '' ? item.title : item.text,
  ...(item.publishedAt === null ? {} : { publishedAt: item.publishedAt, publishedPrecision: item.publishedPrecision }),
  ...(source.language === undefined ? {} : { languageHint: source.language }),
  ...(item.author === null ? {} : { authorHandle: item.author }),
  permission: 'public-web',
});

/** Reads a feed: one document, one candidate an item. */
export const feedReader = (source: FeedSource): SourceReader => {
  const url = canonicalUrl(source.url) ?? source.url;
  return {
    gapSeconds: source.gapSeconds,
    maximumDocuments: 1,
    accept:
      'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
    contentTypes: /./,
    entries: [{ url, role: 'entry', depth: 0 }],
    revisits: async () => [],
    addressOf: async (document) => document.url,
    mayFollow: () => true,
    async read(_document, answer) {
      try {
        const feed = parseFeed(answer.body, { url: answer.url, contentType: answer.headers['content-type'] });
        return { leads: [], candidates: feed.items.map((item) => toCandidate(source, url, item)), rejections: [] };
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        return { leads: [], candidates: [], rejections: [], failed: { reason: error.code, message: error.message } };
      }
    },
  };
};
