import { articlePages } from './article-pages.mjs';

const LISTS = 40;

/**
 * A site in which every page is reached by links: a start page, forty lists, and articles that point at one another.
 * @param {number} count pages in all
 * @returns {Map<string, string>} HTML by path
 */
export const crawlSite = (count) => {
  const articles = articlePages(count - LISTS - 1);
  const perList = Math.ceil(articles.length / LISTS);
  /** @param {string[]} paths */
  const linkList = (paths) =>
    `<!doctype html><html><head><title>List</title></head><body><ul>${paths.map((path) => `<li><a href="${path}">${path}</a></li>`).join('')}</ul></body></html>`;
  /** @type {Map<string, string>} */
  const site = new Map();
  site.set('/', linkList(Array.from({ length: LISTS }, (_, at) => `/list/${at}`)));
  for (let list = 0; list < LISTS; list += 1) {
    const from = list * perList;
    const to = Math.min(from + perList, articles.length);
    site.set(`/list/${list}`, linkList(Array.from({ length: to - from }, (_, at) => `/article/${from + at}`)));
  }
  articles.forEach(({ html }, page) => {
    const linked = html
      .replace(/href="\/article\/(\d+)"/g, (_whole, at) => `href="/article/${Number(at) % articles.length}"`)
      .replace(/href="\/(?:section|author)\/(\d+)"/g, (_whole, at) => `href="/list/${Number(at) % LISTS}"`);
    // Paragraphs are drawn from a small store: with a number of its own no page is a copy of another.
    site.set(`/article/${page}`, linked.replace('</h1>', `</h1><p>Report number ${page} of this year.</p>`));
  });
  return site;
};
