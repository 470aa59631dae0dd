import { DropCounter, type FrontierEntry, type PostCandidate } from '@marsad/records';
import { decodeHtml } from '../extract/decode-html.js';
import { htmlToText } from '../extract/html-to-text.js';
import { languageHint } from '../extract/language-hint.js';
import type { ThreadSelectors } from '../extract/thread-posts.js';
import { canonicalUrl } from '../steps/canonical-url.js';
import { pageLinks } from '../website/page-links.js';
import { pathMatcher } from '../website/path-patterns.js';
import { robotsWishes } from '../website/robots-wishes.js';
import { looksLikeSitemap, readSitemap } from '../website/sitemap.js';
import { openThreadTails } from '../website/thread-tails.js';
import { trapReason } from '../website/trap-reason.js';
import type { Lead, ReadableAnswer, ReaderContext, Reading, SourceReader } from './source-reader.js';
import type { WebsiteSource } from './website.js';

/** Sitemaps that one index may name: every run asks them all again. */
const MAXIMUM_SITEMAPS = 1_000;

const withoutBrowser = (sourceId: string): NonNullable<SourceReader['unable']> => ({
  message: `source ${sourceId}: has \`render: true\`, but no Chromium was found`,
  remedy: 'Install Chromium, or name its program in MARSAD_CHROMIUM, or set `render: false`.',
});

/** Of a page that loads little; few are held at a time, so that those that take longest are still within their lease. */
const SECONDS_TO_RENDER = 10;

const nothing: Reading = { leads: [], candidates: [], rejections: [] };

const bareHost = (url: string): string => new URL(url).host.replace(/^www\./, '');

/** Reads a web site: sitemaps and pages for links, article pages and forum threads for texts. */
export const websiteReader = (source: WebsiteSource, context: ReaderContext): SourceReader => {
  const starts = new Set(source.start.map((url) => canonicalUrl(url) ?? url));
  const sitemaps = new Set(source.sitemaps.map((url) => canonicalUrl(url) ?? url));
  const hosts = new Set([...starts, ...sitemaps].map(bareHost));
  const follows = pathMatcher(source.follow);
  const isThread = pathMatcher(source.threads?.match ?? []);
  const isListedArticle = source.articles ? pathMatcher(source.articles) : undefined;
  const tails = openThreadTails(source.id, context.ledger);
  const notRendered = new DropCounter();

  const isOnSite = (url: string): boolean => hosts.has(bareHost(url));
  const isArticle = (url: string): boolean =>
    !isThread(url) && (isListedArticle ? isListedArticle(url) : !starts.has(url) && !sitemaps.has(url));
  const isWanted = (url: string): boolean =>
    isOnSite(url) && (follows(url) || isThread(url) || (isListedArticle?.(url) ?? false));

  /** Leaves out what looks made up. */
  const admitted = (leads: readonly Lead[], leftOut: number): Pick<Reading, 'leads' | 'notFollowed'> => {
    const refused = new DropCounter();
    const kept = leads.filter(({ url }) => {
      const reason = trapReason(url, context.clock());
      if (reason !== undefined) refused.add(reason);
      return reason === undefined;
    });
    if (leftOut > 0) refused.add('too-many-links', leftOut);
    return { leads: kept, notFollowed: refused.toJSON() };
  };

  const readSitemapLeads = (document: FrontierEntry, answer: ReadableAnswer): Reading => {
    const { kind, urls } = readSitemap(answer.body, answer.url);
    const leads = urls.flatMap((written): Lead[] => {
      const url = canonicalUrl(written);
      if (url === undefined || !isOnSite(url)) return [];
      // A sitemap named by an index is an entry point too: it is where new pages appear. Indexes of indexes are not followed.
      if (kind === 'index') return document.depth === 0 && !sitemaps.has(url) ? [{ url, role: 'entry', depth: 1 }] : [];
      return isWanted(url) && source.depth >= 1 ? [{ url, role: 'page', depth: 1 }] : [];
    });
    const leftOut = kind === 'index' ? Math.max(0, leads.length - MAXIMUM_SITEMAPS) : 0;
    return { ...nothing, ...admitted(leads.slice(0, leads.length - leftOut), leftOut) };
  };

  const readArticle = async (url: string, html: string): Promise<Reading> => {
    const extraction = await context.workers.run({ kind: 'article', html, url });
    const article =
      extraction.ok && extraction.result.kind === 'article'
        ? extraction.result.article
        : { title: '', text: htmlToText(html) };
    const hint = languageHint(article.language) ?? source.language;
    const candidate: PostCandidate = {
      sourceId: source.id,
      locator: url,
      url,
      text: article.text,
      ...(article.title === '' ? {} : { title: article.title }),
      ...(article.publishedAt === undefined
        ? {}
        : { publishedAt: article.publishedAt, publishedPrecision: article.publishedPrecision ?? 'second' }),
      ...(hint === undefined ? {} : { languageHint: hint }),
      permission: 'public-web',
    };
    return { ...nothing, candidates: [candidate] };
  };

  const readThread = async (url: string, html: string, selectors: ThreadSelectors): Promise<Reading> => {
    const extraction = await context.workers.run({ kind: 'thread', html, selectors });
    if (!extraction.ok || extraction.result.kind !== 'thread') {
      return {
        ...nothing,
        failed: {
          reason: extraction.ok ? 'extraction-failed' : extraction.reason,
          message: `${url}: its posts could not be read`,
        },
      };
    }
    const candidates = extraction.result.posts.map((post, index): PostCandidate => {
      const locator = `${url}#${post.id ?? `post-${index + 1}`}`;
      return {
        sourceId: source.id,
        locator,
        url: post.id === undefined ? url : locator,
        text: post.text,
        ...(post.author === undefined ? {} : { authorHandle: post.author }),
        ...(post.publishedAt === undefined
          ? {}
          : { publishedAt: post.publishedAt, publishedPrecision: post.publishedPrecision ?? 'second' }),
        ...(source.language === undefined ? {} : { languageHint: source.language }),
        permission: 'public-web',
      };
    });
    return { ...nothing, candidates };
  };

  return {
    ...(source.render && !context.renderer ? { unable: withoutBrowser(source.id) } : {}),
    gapSeconds: source.gapSeconds,
    ...(source.render ? { secondsToRead: SECONDS_TO_RENDER } : {}),
    maximumDocuments: source.maximumPages,
    maximumBytes: source.maximumBytes,
    maximumMinutes: source.maximumMinutes,
    accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.5, */*;q=0.1',
    contentTypes: /html|xml|text\/plain|gzip|octet-stream/i,
    entries: [...new Set([...starts, ...sitemaps])].map((url) => ({ url, role: 'entry', depth: 0 })),
    revisits: () => tails.leads(),
    addressOf: async (document) => document.url,
    mayFollow: isOnSite,
    notRendered: () => notRendered.toJSON(),
    async read(document, answer) {
      const { url } = document;
      if (sitemaps.has(url) || looksLikeSitemap(answer.body)) return readSitemapLeads(document, answer);
      const plain = decodeHtml(answer.body, { contentType: answer.headers['content-type'] }).text;
      const rendering = source.render
        ? await context.renderer?.render({ url: answer.url, html: plain, gapSeconds: source.gapSeconds })
        : undefined;
      if (rendering?.ok === false) {
        const { reason, message } = rendering;
        if (reason === 'interrupted') return { ...nothing, failed: { reason, message, later: true } };
        notRendered.add(reason);
      }
      const html = rendering?.ok ? rendering.html : plain;
      const { links, leftOut, next, ...asked } = pageLinks(html, answer.url);
      const wishes = robotsWishes(answer.headers['x-robots-tag']);
      // A script may add a wish, but not take one back.
      const askedBefore = rendering?.ok ? pageLinks(plain, answer.url) : asked;
      const onThread = isThread(url);
      const from = (onThread ? await tails.depthOf(url) : undefined) ?? document.depth;
      const found =
        asked.noFollow || askedBefore.noFollow || wishes.noFollow
          ? []
          : links.filter(isWanted).flatMap((link): Lead[] => {
              // The next page of a series is no farther from the start than this one.
              const depth = from + (link === next ? 0 : 1);
              return depth <= source.depth && link !== url ? [{ url: link, role: 'page', depth }] : [];
            });
      const leads = admitted(found, leftOut);
      if (!onThread && !isArticle(url)) return { ...nothing, ...leads };
      if (asked.noIndex || askedBefore.noIndex || wishes.noIndex) return { ...nothing, ...leads, skipped: 'noindex' };
      if (!onThread || !source.threads) return { ...(await readArticle(url, html)), ...leads };
      const hasNext = next !== undefined && isThread(next);
      return {
        ...(await readThread(url, html, source.threads)),
        ...leads,
        noteInTurn: () => tails.noteFor(document, hasNext),
      };
    },
  };
};
