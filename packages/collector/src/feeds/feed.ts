import { MarsadError } from '@marsad/records';
import type { KnownTime } from '../extract/read-time.js';

export type FeedKind = 'rss' | 'atom' | 'rdf' | 'json';

/** One entry of a feed. */
export interface FeedItem {
  /** the feed's own id of it, else its address, else a hash of title and text; never empty */
  id: string;
  /** absolute */
  url: string | null;
  /** plain text */
  title: string;
  /** plain text, the fullest form the feed has; paragraphs separated by an empty line */
  text: string;
  /** ISO 8601 in UTC */
  publishedAt: string | null;
  publishedPrecision: KnownTime['precision'];
  /** as the feed names them; kept in memory only */
  author: string | null;
}

export interface Feed {
  kind: FeedKind;
  title: string;
  items: FeedItem[];
}

/**
 * A text as it stands in the feed. `plain`: as is. `html`: markup. `html-if-known`: markup where it holds elements that
 * HTML knows. `title`: the same, but a lone start tag is what the title is about («Using <b>»).
 */
export interface RawText {
  value: string;
  form: 'plain' | 'html' | 'html-if-known' | 'title';
}

/** An item as it stands in the feed, before addresses, texts and times are read. */
export interface RawItem {
  id: string | undefined;
  /** candidates for the address, best first, each with what it is relative to */
  links: readonly { href: string; base: string | undefined }[];
  /** candidates, best first */
  titles: readonly RawText[];
  /** candidates, fullest first */
  texts: readonly RawText[];
  /** candidates for the time of publication, best first */
  times: readonly string[];
  author: string | undefined;
}

export interface RawFeed {
  kind: FeedKind;
  title: RawText | undefined;
  items: RawItem[];
}

/** What came is not a feed, or too broken to read any entry of. */
export class FeedError extends MarsadError {
  override readonly name = 'FeedError';

  constructor(message: string, cause?: unknown) {
    super('not-a-feed', message, {
      action: 'skip',
      remedy: 'Check that the address leads to an RSS, Atom or JSON feed.',
      ...(cause === undefined ? {} : { cause }),
    });
  }
}
