import type { FeedKind } from './feed.js';

/** Root elements, by their name without a prefix. */
export const ROOTS: Readonly<Record<string, FeedKind>> = {
  rss: 'rss',
  rdf: 'rdf',
  feed: 'atom',
  channel: 'rss',
  item: 'rss',
  entry: 'atom',
};

export const ITEMS: ReadonlySet<string> = new Set(['item', 'entry']);

/** The elements that hold one thing, best first. Names as `canonicalName` gives them. */
export const TITLES = ['title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title'] as const;

export const TEXTS = [
  'content:encoded',
  'encoded',
  'content',
  'xhtml:body',
  'body',
  'xhtml:div',
  'fullitem',
  'description',
  'summary',
  'abstract',
  'excerpt:encoded',
  'dc:description',
  'dcterms:description',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
  'media:text',
] as const;

export const TIMES = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:date',
  'date',
  'created',
  'dcterms:created',
  'updated',
  'modified',
  'dcterms:modified',
  'lastmod',
  'prism:publicationdate',
] as const;

export const IDS = ['guid', 'id', 'dc:identifier', 'dcterms:identifier'] as const;

export const AUTHORS = ['dc:creator', 'author', 'itunes:author', 'dcterms:creator', 'dc:author'] as const;

/** Elements around others that belong to the item. */
export const WRAPPERS: ReadonlySet<string> = new Set(['media:group', 'media:content']);

const LONG_TEXTS: ReadonlySet<string> = new Set(TEXTS);
const SHORT_FIELDS: ReadonlySet<string> = new Set([...TITLES, ...TIMES, ...IDS, 'link', 'comments', 'category']);
const FIELDS: ReadonlySet<string> = new Set([...LONG_TEXTS, ...SHORT_FIELDS, ...AUTHORS, 'enclosure', 'source']);
/** Names that stand in HTML or SVG too: inside a text they are part of it. */
const ALSO_IN_MARKUP: ReadonlySet<string> = new Set([
  'title',
  'link',
  'body',
  'xhtml:body',
  'xhtml:div',
  'summary',
  'source',
]);

/** Whether this element, met inside an unclosed field of an item, begins the next field. Only for broken feeds. */
export const endsField = (open: string, next: string): boolean =>
  FIELDS.has(next) && (SHORT_FIELDS.has(open) || (LONG_TEXTS.has(open) && !ALSO_IN_MARKUP.has(next)));
