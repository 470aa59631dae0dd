import { type Markup, markup } from '../../site/markup.js';
import type { GazetteArticle } from '../read-content.js';
import { found, HTML, notFound, PLAIN, type Site } from '../site.js';
import { unlessKnown } from '../unless-known.js';

const HOST = 'gazette.al-manar.test';
const ORIGIN = `http://${HOST}`;
const addressOf = (article: GazetteArticle): string => `${ORIGIN}/2026/${article.slug}`;

const bodyOf = (article: GazetteArticle): Markup =>
  markup`${article.paragraphs.map((paragraph) => markup`<p>${paragraph}</p>\n`)}`;

const itemOf = (article: GazetteArticle): Markup => markup`<item>
<title>${article.title}</title>
<link>${addressOf(article)}</link>
<guid isPermaLink="true">${addressOf(article)}</guid>
<pubDate>${new Date(article.date).toUTCString()}</pubDate>
<description>${(article.paragraphs[0] ?? '').slice(0, 120)} […]</description>
<content:encoded>${bodyOf(article).text}</content:encoded>
</item>
`;

const feedOf = (
  articles: readonly GazetteArticle[],
  builtAt: string,
): Markup => markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>La Gazette du Port</title>
<link>${ORIGIN}/</link>
<atom:link href="${ORIGIN}/rss.xml" rel="self" type="application/rss+xml"/>
<description>Le quotidien francophone d’Al-Manar, ville inventée</description>
<language>fr</language>
<lastBuildDate>${new Date(builtAt).toUTCString()}</lastBuildDate>
${articles.map(itemOf)}</channel>
</rss>
`;

const pageOf = (title: string, main: Markup): Markup => markup`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>${title} – La Gazette du Port</title>
<link rel="alternate" type="application/rss+xml" title="La Gazette du Port" href="/rss.xml">
</head>
<body>
<header><a href="/">La Gazette du Port</a><nav><a href="/">Une</a> <a href="/abonnement">S’abonner</a></nav></header>
<main>
${main}</main>
<aside class="meteo">Météo marine : vent d’est force 4, mer peu agitée au large du Cap du Phare.</aside>
<footer>© La Gazette du Port · Mentions légales · Gérer les cookies</footer>
</body>
</html>
`;

const homePage = (articles: readonly GazetteArticle[]): Markup =>
  pageOf(
    'À la une',
    markup`<ul>
${articles.map((article) => markup`<li><a href="${addressOf(article)}">${article.title}</a></li>\n`)}</ul>
`,
  );

const articlePage = (article: GazetteArticle): Markup =>
  pageOf(
    article.title,
    markup`<article>
<h1>${article.title}</h1>
<time datetime="${article.date}">${article.date.slice(0, 10)}</time>
${bodyOf(article)}</article>
`,
  );

const ROBOTS = 'User-agent: *\nDisallow: /admin/\n';

/** The French newspaper: an RSS 2.0 feed with the whole text of every item, and a page for each. */
export const openGazette = (content: readonly GazetteArticle[]): Site => {
  const newestFirst = content.toSorted((a, b) =>
    a.date === b.date ? a.slug.localeCompare(b.slug, 'en') : a.date < b.date ? 1 : -1,
  );
  const bySlug = new Map(content.map((article) => [article.slug, article]));
  const newest = newestFirst[0]?.date ?? '2026-03-30T00:00:00Z';
  return {
    hostname: HOST,
    answer: (url, headers) => {
      if (url.pathname === '/robots.txt') return found(PLAIN, ROBOTS);
      if (url.pathname === '/') return unlessKnown(found(HTML, homePage(newestFirst).text), newest, headers);
      if (url.pathname === '/rss.xml') {
        const feed = found('application/rss+xml; charset=utf-8', feedOf(newestFirst, newest).text);
        return unlessKnown(feed, newest, headers);
      }
      const article = bySlug.get(/^\/2026\/([^/]+)$/.exec(url.pathname)?.[1] ?? '');
      return article ? unlessKnown(found(HTML, articlePage(article).text), article.date, headers) : notFound();
    },
  };
};
