import type { PostCandidate } from '@marsad/records';
import { decodeHtml } from '../extract/decode-html.js';
import { htmlToText } from '../extract/html-to-text.js';
import { languageHint } from '../extract/language-hint.js';
import type { EmptyPage } from './item.js';
import type { ItemContext } from './item-context.js';
import { pageAddress } from './page-address.js';

/** Pages longer than this are data, not reading matter; the collector fetches no longer ones either. */
export const MAXIMUM_PAGE_BYTES = 10_000_000;

/** A page as it lies in a file. */
export interface SavedPage {
  bytes: Uint8Array;
  /** value of the Content-Type header, if it was kept */
  contentType?: string | undefined;
  /** where it was; without it, what the page says of itself counts */
  url?: string | undefined;
  /** its name within the source */
  locator: string;
}

/**
 * The main text of a saved page; one that cannot be taken apart is read as plain text. A page that was saved while it
 * asked to log in, to consent or to prove oneself human holds no text. Never rejects.
 */
export const readPage = async (page: SavedPage, context: ItemContext): Promise<PostCandidate | EmptyPage> => {
  const html = decodeHtml(page.bytes, { contentType: page.contentType }).text;
  const url = page.url ?? pageAddress(html);
  const extraction = await context.workers.run({ kind: 'article', html, url: url ?? 'about:blank' });
  const article =
    extraction.ok && extraction.result.kind === 'article'
      ? extraction.result.article
      : { title: '', text: htmlToText(html) };
  if ('withheld' in article && article.withheld) return { locator: page.locator, reason: article.withheld };
  const hint = languageHint(article.language) ?? context.language;
  return {
    sourceId: context.sourceId,
    locator: page.locator,
    text: article.text,
    ...(url === undefined ? {} : { url }),
    ...(article.title === '' ? {} : { title: article.title }),
    ...(article.publishedAt === undefined
      ? {}
      : { publishedAt: article.publishedAt, publishedPrecision: article.publishedPrecision ?? 'second' }),
    ...(hint === undefined ? {} : { languageHint: hint }),
    permission: 'file-import',
  };
};
