import { gzipSync } from 'node:zlib';
import { type Markup, markup } from '../../site/markup.js';
import type { NewsArticle } from '../read-content.js';
import { XML } from '../site.js';
import { articlePath, ORIGIN } from './akhbar-addresses.js';

interface SitemapFile {
  type: string;
  body: string | Uint8Array;
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const SUMMER_BEGINS = '2026-07-01';
const SPRING = '/sitemap-2026-q2.xml';
const SUMMER = '/sitemap-2026-q3.xml.gz';

const urlset = (articles: readonly NewsArticle[]): Markup => markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="${NAMESPACE}">
${articles.map(
  (article) => markup`<url><loc>${ORIGIN}${articlePath(article)}</loc><lastmod>${article.date}</lastmod></url>\n`,
)}</urlset>
`;

const index = (
  files: readonly { path: string; articles: readonly NewsArticle[] }[],
): Markup => markup`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="${NAMESPACE}">
${files.map(
  ({ path, articles }) =>
    markup`<sitemap><loc>${ORIGIN}${path}</loc><lastmod>${articles.at(-1)?.date ?? SUMMER_BEGINS}</lastmod></sitemap>\n`,
)}</sitemapindex>
`;

/**
 * The sitemap index and the two sitemaps it names, by path: up to the end of June, and from July on as a gzip file.
 * `articles` runs from the oldest to the newest. Source: the sitemaps.org protocol.
 */
export const sitemapFiles = (articles: readonly NewsArticle[]): ReadonlyMap<string, SitemapFile> => {
  const spring = articles.filter((article) => article.date < SUMMER_BEGINS);
  const summer = articles.filter((article) => article.date >= SUMMER_BEGINS);
  const files = [
    { path: SPRING, articles: spring },
    { path: SUMMER, articles: summer },
  ];
  return new Map<string, SitemapFile>([
    ['/sitemap.xml', { type: XML, body: index(files).text }],
    [SPRING, { type: XML, body: urlset(spring).text }],
    [SUMMER, { type: 'application/gzip', body: gzipSync(urlset(summer).text) }],
  ]);
};
