import { contentId } from '@marsad/records';
import { decodeXml } from '../extract/decode-xml.js';
import { htmlToText } from '../extract/html-to-text.js';
import { readTime } from '../extract/read-time.js';
import { type Feed, FeedError, type FeedItem, type RawFeed, type RawItem } from './feed.js';
import { readLenientFeed } from './lenient-feed.js';
import { readRawFeed } from './raw-feed.js';

const MARKUP = /<\/?[a-z][^>]*>|<!--|&(?:#\d+|#x[\da-f]+|\w+);/i;

const plain = (value: string | undefined, isPlain: boolean): string => {
  if (value === undefined) return '';
  if (isPlain || !MARKUP.test(value))
    return value
      .replace(/\r\n?/g, '\n')
      .replace(/[ \t]+/g, ' ')
      .trim();
  return htmlToText(value);
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const absolute = (link: string | undefined, bases: readonly string[]): string | undefined => {
  if (link === undefined || link.trim() === '') return undefined;
  let base: string | undefined;
  for (const next of bases) base = URL.canParse(next, base) ? new URL(next, base).href : base;
  const written = link.trim();
  if (!URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
};

const toItem = (raw: RawItem, feedUrl: string | undefined): FeedItem => {
  const bases = [feedUrl, ...raw.bases].filter((base) => base !== undefined);
  const url =
    raw.links.map((link) => absolute(link, bases)).find((link) => link !== undefined) ??
    absolute(/^https?:/i.test(raw.id ?? '') ? raw.id : undefined, []) ??
    null;
  const title = oneLine(plain(raw.title, raw.titleIsPlain ?? false));
  const text = raw.texts.map(({ value, plain: isPlain }) => plain(value, isPlain)).find((value) => value !== '') ?? '';
  const time = raw.times.map((written) => readTime(written ?? '')).find((known) => known !== undefined);
  const id = raw.id?.trim();
  return {
    id: id || (url ?? contentId('feed-item', title, text)),
    url,
    title,
    text,
    publishedAt: time?.at ?? null,
    publishedPrecision: time?.precision ?? 'unknown',
    author: raw.author?.trim() || null,
  };
};

const readStrictlyThenLeniently = (text: string, where: string): RawFeed => {
  let strict: RawFeed | undefined;
  let cause: unknown;
  try {
    strict = readRawFeed(text);
    if (strict.items.length > 0) return strict;
  } catch (error) {
    cause = error;
  }
  const lenient = readLenientFeed(text);
  if (lenient && lenient.items.length > 0) return lenient;
  if (strict) return strict;
  throw new FeedError(
    `${where}: expected an RSS, Atom, RDF or JSON feed, got ${text.trim() === '' ? 'nothing' : `"${text.trim().slice(0, 60).replace(/\s+/g, ' ')}…"`}`,
    cause,
  );
};

/**
 * Reads a feed of any common kind: RSS 0.9x, 1.0 and 2.0, RDF, Atom 0.3 and 1.0, JSON Feed; one that is cut off gives the
 * items that are there.
 * @param input bytes, decoded by byte order mark, header and XML declaration; or text
 * @param options.url address of the feed: relative links are resolved against it
 * @throws {FeedError} when it is no feed
 */
export const parseFeed = (
  input: Uint8Array | string,
  options: { url?: string | undefined; contentType?: string | null | undefined } = {},
): Feed => {
  const text = (typeof input === 'string' ? input : decodeXml(input, options.contentType)).replace(/^\uFEFF/, '');
  const raw = readStrictlyThenLeniently(text, options.url ?? 'feed');
  return {
    kind: raw.kind,
    title: oneLine(plain(raw.title, raw.titleIsPlain ?? false)),
    items: raw.items.map((item) => toItem(item, options.url)),
  };
};
