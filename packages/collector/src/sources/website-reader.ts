import { DropCounter, type DropCounts, type FrontierEntry, type PostCandidate } from '@marsad/records';
import { decodeHtml } from '../extract/decode-html.js';
import { htmlToText } from '../extract/html-to-text.js';
import { languageHint } from '../extract/language-hint.js';
import type { ThreadSelectors } from '../extract/thread-posts.js';
import { type WithheldReason, withheldReason } from '../extract/withheld-reason.js';
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
/** Addresses whose judgement is remembered. */
const MAXIMUM_REMEMBERED = 20_000;

const withoutBrowser = (sourceId: string): NonNullable<SourceReader['unable']> => ({
  message: `source ${sourceId}: has \`render: true\`, but no Chromium was found`,
  remedy: 'Install Chromium, or name its program in MARSAD_CHROMIUM, or set `render: false`.',
});

/** Of a page that loads little; few are held at a time, so that those that take longest are still within their lease. */
const SECONDS_TO_RENDER = 10;

const nothing: Reading = { leads: [], candidates: [], rejections: [] };

/** A list of pages with fewer links may be something else in its place. */
const FEW_LINKS = 15;

/** Nothing was collected, which is not to say that there is nothing: a later run may see more. */
const withheldFrom = (url: string, reason: WithheldReason): Reading => ({
  ...nothing,
  failed: {
    reason,
    message: `${url}: answered with a ${reason.replaceAll('-', ' ')} in place of its text`,
    later: true,
  },
});

const bareHost = (url: string): string => new URL(url).host.replace(/^www\./, '');

/** The same answer again without looking: most links of a page were on the page before. */
const remembered = <T>(judge: (url: string) => T): ((url: string) => T) => {
  const known = new Map<string, { answer: T }>();
  return (url) => {
    const held = known.get(url);
    if (held) return held.answer;
    const answer = judge(url);
    if (known.size >= MAXIMUM_REMEMBERED) known.clear();
    known.set(url, { answer });
    return answer;
  };
};

/** Reads a web site: sitemaps and pages for links, article pages and forum threads for texts. */
export const websiteReader = (source: WebsiteSource, context: ReaderContext): SourceReader => {
  const starts = new Set(source.start.map((url) => canonicalUrl(url) ?? url));
  const sitemaps = new Set(source.sitemaps.map((url) => canonicalUrl(url) ?? url));
  const hosts = new Set([...starts, ...sitemaps].map(bareHost));
  const follows = pathMatcher(source.follow);
  const isThread = pathMatcher(source.threads?.match ?? []);
  const isListedArticle = source.articles ? pathMatcher(source.articles) : undefined;
  const tails = openThreadTails(source.id, context);
  const notRendered = new DropCounter();

  const isOnSite = (url: string): boolean => hosts.has(bareHost(url));
  const isArticle = (url: string): boolean =>
    !isThread(url) && (isListedArticle ? isListedArticle(url) : !starts.has(url) && !sitemaps.has(url));
  const isWanted = remembered(
    (url) => isOnSite(url) && (follows(url) || isThread(url) || (isListedArticle?.(url) ?? false)),
  );
  const trapOf = remembered((url) => trapReason(url, context.clock()));

  /** Leaves out what looks made up. */
  const admitted = (leads: readonly Lead[], leftOut: DropCounts): Pick<Reading, 'leads' | 'notFollowed'> => {
    const refused = new DropCounter();
    for (const [reason, count] of Object.entries(leftOut)) refused.add(reason, count);
    const kept = leads.filter(({ url }) => {
      const reason = trapOf(url);
      if (reason !== undefined) refused.add(reason);
      return reason === undefined;
    });
    return { leads: kept, notFollowed: refused.toJSON() };
  };

  /** A sitemap named by an index is an entry point too: it is where new pages appear. Indexes of indexes are not followed. */
  const readIndex = (document: FrontierEntry, urls: readonly string[]): Reading => {
    if (document.depth > 0) return { ...nothing, notFollowed: { 'index-in-index': urls.length } };
    const leads = urls.filter((url) => !sitemaps.has(url)).map((url): Lead => ({ url, role: 'entry', depth: 1 }));
    const leftOut = Math.max(0, leads.length - MAXIMUM_SITEMAPS);
    return {
      ...nothing,
      ...admitted(leads.slice(0, MAXIMUM_SITEMAPS), leftOut === 0 ? {} : { 'too-many-links': leftOut }),
    };
  };

  const readSitemapLeads = (document: FrontierEntry, answer: ReadableAnswer): Reading => {
    const { kind, urls } = readSitemap(answer.body, answer.url);
    const onSite = urls.flatMap((written) => canonicalUrl(written) ?? []).filter(isOnSite);
    if (kind === 'index') return readIndex(document, onSite);
    const leads = source.depth === 0 ? [] : onSite.filter(isWanted);
    return {
      ...nothing,
      ...admitted(
        leads.map((url) => ({ url, role: 'page', depth: 1 })),
        {},
      ),
    };
  };

  const readArticle = async (url: string, html: string): Promise<Reading> => {
    const extraction = await context.workers.run({ kind: 'article', html, url });
    const article =
      extraction.ok && extraction.result.kind === 'article'
        ? extraction.result.article
        : { title: '', text: htmlToText(html) };
    if ('withheld' in article && article.withheld) return withheldFrom(url, article.withheld);
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
    revisits: (since) => tails.leads(since),
    addressOf: async (document) => document.url,
    mayFollow: isOnSite,
    notRendered: () => notRendered.toJSON(),
    async read(document, answer, onBytes) {
      const { url } = document;
      if (sitemaps.has(url) || looksLikeSitemap(answer.body)) return readSitemapLeads(document, answer);
      const plain = decodeHtml(answer.body, { contentType: answer.headers['content-type'] }).text;
      const rendering = source.render
        ? await context.renderer?.render({ url: answer.url, html: plain, gapSeconds: source.gapSeconds, onBytes })
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
      const withheld = links.length < FEW_LINKS && (onThread || !isArticle(url)) ? withheldReason(html) : undefined;
      if (withheld) return withheldFrom(url, withheld);
      const from = (onThread ? await tails.depthOf(url) : undefined) ?? document.depth;
      const wanted = asked.noFollow || askedBefore.noFollow || wishes.noFollow ? [] : links.filter(isWanted);
      const found = wanted
        .filter((link) => link !== url)
        // The next page of a series is no farther from the start than this one.
        .map((link): Lead => ({ url: link, role: 'page', depth: from + (link === next ? 0 : 1) }));
      const near = found.filter(({ depth }) => depth <= source.depth);
      const leads = admitted(near, {
        ...leftOut,
        ...(near.length < found.length ? { 'too-far': found.length - near.length } : {}),
      });
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
