import { createServer } from 'node:http';

/** A site of 2,000 pages on loopback that writes down what it was asked. */
export interface CrawlSite {
  origin: string;
  /** paths in the order in which they were asked; emptied by whoever likes */
  asked: string[];
  /** Resolves when that many requests were asked since `asked` was emptied, or when `given` up. */
  reached(count: number, givenUp: Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

const LISTS = 35;
const ARTICLES_PER_LIST = 50;
const THREADS = 107;
const POSTS_PER_PAGE = 3;

const SUBJECTS = [
  'the harbour',
  'the tram',
  'the school',
  'the market',
  'the old walls',
  'the water works',
  'the park',
];
const PEOPLE = ['the council', 'a group of mothers', 'the shopkeepers', 'two historians', 'the fishermen', 'the union'];
const DEEDS = ['met and spoke about', 'asked for a plan for', 'wrote a letter about', 'walked to the town hall for'];

const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
const sentence = (n: number): string =>
  `On day ${n} ${pick(PEOPLE, n * 7)} ${pick(DEEDS, n * 3)} ${pick(SUBJECTS, n)}, and ${pick(PEOPLE, n * 5 + 1)} answered within ${(n % 9) + 2} weeks.`;

const textOf = (article: number): string[] => Array.from({ length: 4 }, (_, part) => sentence(article * 4 + part));

/** Every tenth article is an exact copy of an earlier one, and another tenth a copy with a word changed. */
const paragraphsOf = (article: number): string[] => {
  if (article % 10 === 7) return textOf(article - 5);
  if (article % 10 === 9) return textOf(article - 6).map((text) => text.replace('weeks', 'months'));
  return textOf(article);
};

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/">home</a></nav>${body}</body></html>`;

const articlePage = (n: number): string =>
  page(
    `Article ${n}`,
    `<article><h1>Article ${n}</h1><time datetime="2026-0${(n % 6) + 1}-11T10:00:00Z">then</time>${paragraphsOf(n)
      .map((text) => `<p>${text}</p>`)
      .join('')}</article>`,
  );

const listPage = (n: number): string => {
  const links = Array.from({ length: ARTICLES_PER_LIST }, (_, at) => {
    const article = (n - 1) * ARTICLES_PER_LIST + at + 1;
    return `<li><a href="/a/${article}">article ${article}</a></li>`;
  }).join('');
  return page(`List ${n}`, `<ul>${links}</ul>${n < LISTS ? `<a rel="next" href="/list/${n + 1}">next</a>` : ''}`);
};

const threadPage = (thread: number, part: number): string => {
  const posts = Array.from({ length: POSTS_PER_PAGE }, (_, at) => {
    const n = 100_000 + (thread * 2 + part) * POSTS_PER_PAGE + at;
    return `<div class="post" id="p${n}"><b class="author">writer ${n % 40}</b><div class="text">${sentence(n)}</div></div>`;
  }).join('');
  return page(`Thread ${thread}`, posts + (part === 1 ? `<a rel="next" href="/t/${thread}?page=2">next</a>` : ''));
};

const startPage = (): string =>
  page(
    'A site',
    `<a href="/list/1">articles</a>${Array.from({ length: THREADS }, (_, n) => `<a href="/t/${n + 1}">thread ${n + 1}</a>`).join('')}`,
  );

const answerTo = (path: string): string | undefined => {
  if (path === '/') return startPage();
  const [, kind, number, part] = /^\/(a|list|t)\/(\d+)(?:\?page=(2))?$/.exec(path) ?? [];
  const n = Number(number);
  if (kind === 'a' && n >= 1 && n <= LISTS * ARTICLES_PER_LIST) return articlePage(n);
  if (kind === 'list' && n >= 1 && n <= LISTS) return listPage(n);
  if (kind === 't' && n >= 1 && n <= THREADS) return threadPage(n, part === '2' ? 2 : 1);
  return undefined;
};

/** Pages that a whole crawl asks for, once each. */
export const SITE_PAGES = 1 + LISTS + LISTS * ARTICLES_PER_LIST + 2 * THREADS;

/** Serves the site on a free port of 127.0.0.1. */
export const openCrawlSite = async (): Promise<CrawlSite> => {
  const asked: string[] = [];
  const waiting = new Set<{ count: number; resolve: () => void }>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    for (const wait of waiting) if (asked.length >= wait.count) wait.resolve();
    const body = answerTo(path);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    async reached(count, givenUp) {
      if (asked.length >= count) return;
      let wait: { count: number; resolve: () => void } | undefined;
      const arrived = new Promise<void>((resolve) => {
        wait = { count, resolve };
        waiting.add(wait);
      });
      await Promise.race([arrived, givenUp]);
      if (wait) waiting.delete(wait);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
