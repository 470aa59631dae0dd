import { expect, it } from 'vitest';
import type { FeedItem } from '../../src/feeds/feed.js';
import { parseFeed } from '../../src/feeds/parse-feed.js';

export const FEED_URL = 'http://example.org/news/feed.xml';

export const firstItem = (feed: Uint8Array | string, url: string = FEED_URL): FeedItem | undefined =>
  parseFeed(feed, { url }).items[0];

/** One fact a case: its title, the feed, what its first item comes to. */
export type FeedCase = readonly [fact: string, feed: string, expected: Partial<FeedItem>];

export const eachCase = (cases: readonly FeedCase[]): void => {
  it.each(cases)('%s', (_fact, feed, expected) => {
    expect(firstItem(feed)).toMatchObject(expected);
  });
};

export const rss = (item: string, more = ''): string =>
  `<rss version="2.0"${more}><channel><title>F</title><link>http://example.org/</link><item>${item}</item></channel></rss>`;

export const atom = (entry: string, more = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${more}><title>F</title><entry>${entry}</entry></feed>`;

export const atom03 = (entry: string, more = ''): string =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"${more}><title>F</title><entry>${entry}</entry></feed>`;
