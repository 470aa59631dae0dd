import { contentId } from '@marsad/records';
import { decodeXml } from '../extract/decode-xml.js';
import { readFeedTime } from '../extract/read-time.js';
import { type Feed, FeedError, type FeedItem, type RawItem, type RawText } from './feed.js';
import { readJsonFeed } from './read-json-feed.js';
import { readXmlFeed } from './read-xml-feed.js';
import { readableText } from './readable-text.js';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The first candidate that holds words. */
const firstText = (candidates: readonly RawText[]): string => {
  for (const candidate of candidates) {
    const text = readableText(candidate);
    if (text !== '') return text;
  }
  return '';
};

const absolute = ({ href: written, base }: RawItem['links'][number]): string | undefined => {
  // `http:/example.org` and `http:example.org` are relative by the URL standard, and never meant so.
  const href = written.replace(/^(https?):\/*/i, '$1://');
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
};

const toItem = (raw: RawItem): FeedItem => {
  const url = raw.links.map(absolute).find((link) => link !== undefined) ?? null;
  const title = oneLine(firstText(raw.titles));
  const text = firstText(raw.texts);
  const time = raw.times.map(readFeedTime).find((known) => known !== undefined);
  return {
    id: raw.id?.trim() || (url ?? contentId('feed-item', title, text)),
    url,
    title,
    text,
    publishedAt: time?.at ?? null,
    publishedPrecision: time?.precision ?? 'unknown',
    author: raw.author?.trim() || null,
  };
};

/**
 * Reads a feed of any common kind: RSS 0.9x, 1.0 and 2.0, RDF, CDF, Atom 0.3 and 1.0, JSON Feed; one that is broken or cut
 * off gives the items that are there.
 * @param input bytes, decoded by byte order mark, header and XML declaration; or text
 * @param options.url address of the feed: relative links are resolved against it
 * @throws {FeedError} when it is no feed
 */
export const parseFeed = (
  input: Uint8Array | string,
  options: { url?: string | undefined; contentType?: string | null | undefined } = {},
): Feed => {
  const text = (typeof input === 'string' ? input : decodeXml(input, options.contentType)).replace(/^\uFEFF/, '');
  const raw = /^\s*[{[]/.test(text) ? readJsonFeed(text, options.url) : readXmlFeed(text, options.url);
  if (!raw) {
    const start = text.trim().slice(0, 60).replace(/\s+/g, ' ');
    throw new FeedError(
      `${options.url ?? 'feed'}: expected an RSS, Atom, RDF or JSON feed, got ${start === '' ? 'nothing' : `"${start}…"`}`,
    );
  }
  return { kind: raw.kind, title: raw.title ? oneLine(readableText(raw.title)) : '', items: raw.items.map(toItem) };
};
