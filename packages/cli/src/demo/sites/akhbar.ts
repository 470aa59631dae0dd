import type { IncomingHttpHeaders } from 'node:http';
import { type Markup, markup } from '../../site/markup.js';
import type { NewsArticle } from '../read-content.js';
import { type Answer, found, HTML, notFound, PLAIN, type Site } from '../site.js';
import { unlessKnown } from '../unless-known.js';
import { encodeWindows1256 } from '../windows-1256.js';
import { articlePath, ORIGIN, sectionPath } from './akhbar-addresses.js';
import { articlePage } from './akhbar-article.js';
import { framed } from './akhbar-frame.js';
import { sitemapFiles } from './akhbar-sitemaps.js';

const ROBOTS = `User-agent: *
Disallow: /admin/
Disallow: /search

Sitemap: ${ORIGIN}/sitemap.xml
`;

/** Every fifth article comes from the site's older system, which sends windows-1256. */
const OLD_SYSTEM_EVERY = 5;

const listing = (heading: string, articles: readonly NewsArticle[]): Markup => markup`<h1>${heading}</h1>
<ul class="headlines">
${articles.map(
  (article) =>
    markup`<li><a href="${articlePath(article)}">${article.title}</a> <span>${article.section}</span></li>\n`,
)}</ul>
`;

const adminPage = (all: readonly NewsArticle[]): Markup =>
  framed({
    title: 'لوحة التحرير',
    head: markup``,
    all,
    main: markup`<h1>لوحة التحرير</h1><p>صفحة داخلية لا يجوز جمعها.</p>`,
  });

/**
 * The Arabic news site, with what surrounds an article on real ones: navigation, a ticker, links in the middle of the text,
 * weather, prayer times, a second copy for telephones, and some pages in windows-1256.
 */
export const openAkhbar = (content: readonly NewsArticle[]): Site => {
  const newestFirst = content.toSorted((a, b) =>
    a.date === b.date ? a.slug.localeCompare(b.slug, 'en') : a.date < b.date ? 1 : -1,
  );
  const oldestFirst = newestFirst.toReversed();
  const newest = newestFirst[0]?.date ?? '2026-03-30T00:00:00Z';
  const sections = [...new Set(oldestFirst.map((article) => article.section))];
  const sitemaps = sitemapFiles(oldestFirst);
  const articles = new Map(oldestFirst.map((article, index) => [articlePath(article), { article, index }]));
  const sectionOf = new Map(sections.map((section) => [sectionPath(section), section]));

  const page = (title: string, main: Markup, headers: IncomingHttpHeaders): Answer =>
    unlessKnown(found(HTML, framed({ title, head: markup``, all: newestFirst, main }).text), newest, headers);

  return {
    hostname: new URL(ORIGIN).hostname,
    answer: ({ pathname }, headers) => {
      if (pathname === '/robots.txt') return found(PLAIN, ROBOTS);
      if (pathname === '/') return page('أخبار المنار', listing('آخر الأخبار', newestFirst.slice(0, 20)), headers);
      if (pathname.startsWith('/admin/')) return found(HTML, adminPage(newestFirst).text);
      const sitemap = sitemaps.get(pathname);
      if (sitemap) return unlessKnown(found(sitemap.type, sitemap.body), newest, headers);
      const section = sectionOf.get(pathname);
      if (section !== undefined) {
        return page(
          section,
          listing(
            section,
            newestFirst.filter((article) => article.section === section),
          ),
          headers,
        );
      }
      const entry = articles.get(pathname);
      if (!entry) return notFound();
      const { article, index } = entry;
      const old = index % OLD_SYSTEM_EVERY === OLD_SYSTEM_EVERY - 1;
      const text = articlePage(article, index, oldestFirst, old ? 'windows-1256' : 'utf-8').text;
      // The old system names its encoding in the page alone, never in the header.
      const answer = old ? found('text/html', encodeWindows1256(text)) : found(HTML, text);
      return unlessKnown(answer, article.date, headers);
    },
  };
};
